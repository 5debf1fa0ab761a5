package org.earlyhelp.hub.identity.cluster;

/**
 * A blocking key led to more people than are compared. Told once a key, for a steward to look at.
 *
 * @param keyKind      what the people share: the kind of the key, such as {@code born}; never its value
 * @param oldestPerson the oldest of them
 * @param people       how many bore the key then
 * @param followed     whether the best of them were compared still; false when the key was passed over
 */
public record CandidatesCut(String keyKind, long oldestPerson, int people, boolean followed) {
    private static final int NAMESAKES_OF_A_COMMON_NAME = 1_000;

    /** Whether a person should look: names are shared by many without a fault of anybody, up to a point. */
    public boolean isWorthALook() {
        return !keyKind.equals("n") || people > NAMESAKES_OF_A_COMMON_NAME;
    }
}
