package org.earlyhelp.hub.intake;

import java.util.Arrays;

/** Names of files that say something of another file of the feed and hold no record: that file's name with an ending behind it. */
public enum NoteName {
    /** Takes the other file back. */
    RECALL(".recall"),
    /** Tells what the other file must be like. */
    CHECKSUM(".sha256");

    private final String ending;

    NoteName(String ending) {
        this.ending = ending;
    }

    /** What stands behind the other file's name. */
    public String ending() {
        return ending;
    }

    /** Whether a file of that name is a note of this kind; an ending alone is none. */
    public boolean isOn(String fileName) {
        return fileName.length() > ending.length() && fileName.endsWith(ending);
    }

    /** Whether a file of that name is a note of any kind. */
    public static boolean isNote(String fileName) {
        return Arrays.stream(values()).anyMatch(kind -> kind.isOn(fileName));
    }

    /** The name of the file that a note is about; of a file that is none, its own. */
    public static String without(String fileName) {
        return Arrays.stream(values()).filter(kind -> kind.isOn(fileName)).findFirst()
                .map(kind -> fileName.substring(0, fileName.length() - kind.ending.length())).orElse(fileName);
    }
}
