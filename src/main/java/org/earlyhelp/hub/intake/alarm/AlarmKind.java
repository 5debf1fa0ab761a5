package org.earlyhelp.hub.intake.alarm;

/** The kind of an alarm in words: {@code feed-late} reads {@code feed late}. Stateless. */
public final class AlarmKind {
    private AlarmKind() {
    }

    /** The kind in words, for a page or a letter. */
    public static String words(String kind) {
        return kind.replace('-', ' ');
    }
}
