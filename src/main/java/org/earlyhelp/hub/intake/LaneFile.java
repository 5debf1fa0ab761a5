package org.earlyhelp.hub.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a closed upload in the lane from which the hub pulls: {@code <upload>.live~name} or
 * {@code <upload>.test~name}, with {@code @sender} before the {@code ~} when one of several senders of an agency sent it.
 * The upload id makes every upload one delivery, however often it is pulled.
 *
 * @param upload ULID of the upload
 * @param test   dropped under {@code /in/test/}: checked and answered, nothing is kept
 * @param sender id of the sender within the agency; null for the agency itself
 * @param name   the sender's own file name, data only: never used as a path
 */
public record LaneFile(String upload, boolean test, String sender, String name) {
    private static final Pattern FORM = Pattern.compile("([^/\\\\]{26})\\.(live|test)(?:@([a-z][a-z0-9-]{1,19}))?~([^/\\\\]+)", Pattern.DOTALL);

    /** Of the agency itself. */
    public LaneFile(String upload, boolean test, String name) {
        this(upload, test, null, name);
    }

    /** Reads a lane file name; empty when it is not one. */
    public static Optional<LaneFile> parse(String fileName) {
        Matcher form = FORM.matcher(fileName);
        return form.matches() ? Optional.of(new LaneFile(form.group(1), form.group(2).equals("test"), form.group(3), form.group(4))) : Optional.empty();
    }

    /** The file name in the lane. */
    public String fileName() {
        return upload + (test ? ".test" : ".live") + (sender == null ? "" : "@" + sender) + "~" + name;
    }
}
