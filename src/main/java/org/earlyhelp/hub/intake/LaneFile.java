package org.earlyhelp.hub.intake;

import java.util.Optional;

/**
 * The name of a closed upload in the lane from which the hub pulls: {@code <upload>.live~name} or
 * {@code <upload>.test~name}. The upload id makes every upload one delivery, however often it is pulled.
 *
 * @param upload ULID of the upload
 * @param test   dropped under {@code /in/test/}: checked and answered, nothing is kept
 * @param name   the sender's own file name, data only: never used as a path
 */
public record LaneFile(String upload, boolean test, String name) {
    private static final int ULID_LETTERS = 26;
    private static final String LIVE = ".live~";
    private static final String TEST = ".test~";

    /** Reads a lane file name; empty when it is not one. */
    public static Optional<LaneFile> parse(String fileName) {
        if (fileName.length() <= ULID_LETTERS + LIVE.length() || fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        String kind = fileName.substring(ULID_LETTERS, ULID_LETTERS + LIVE.length());
        return kind.equals(LIVE) || kind.equals(TEST)
                ? Optional.of(new LaneFile(fileName.substring(0, ULID_LETTERS), kind.equals(TEST), fileName.substring(ULID_LETTERS + LIVE.length())))
                : Optional.empty();
    }

    /** The file name in the lane. */
    public String fileName() {
        return upload + (test ? TEST : LIVE) + name;
    }
}
