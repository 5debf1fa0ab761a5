package org.earlyhelp.hub.alert.life;

/**
 * How many records of a delivery of a bulk feed spoke of somebody known, and how many usually do.
 *
 * @param linked records whose subject was linked so far
 * @param known  those who were known before, or matched
 * @param usual  middle rate of the feed's deliveries before, 0 to 1
 * @param past   on how many civil days the deliveries came on which that middle rests: the files of a first load are one day's
 */
public record MatchRate(long delivery, String agency, String feed, long linked, long known, double usual, int past) {
    /** Fewer records say nothing. */
    public static final long FROM_RECORDS = 100;
    /** Deliveries of so many days before say what is usual; with fewer nothing is held back. */
    public static final int PAST_NEEDED = 3;
    /** So many deliveries before are looked at. */
    public static final int PAST_LIMIT = 30;
    /** A rate that fell counts as any other after so many days: what stays so low is the feed as it is now. */
    public static final int FALLEN_COUNTS_AFTER_DAYS = 14;
    /** Below this share of the usual rate something is wrong. */
    public static final double FALLEN_SHARE = 0.5;

    /** The share of linked records whose people were known before, 0 to 1; 0 when none is linked. */
    public double rate() {
        return linked == 0 ? 0 : (double) known / linked;
    }

    /** Whether so few were known that the file is more likely wrong than the borough new. */
    public boolean isFallen() {
        return linked >= FROM_RECORDS && past >= PAST_NEEDED && rate() < FALLEN_SHARE * usual;
    }

    /** Whether the rate is judged at all. */
    public boolean isJudged() {
        return linked >= FROM_RECORDS && past >= PAST_NEEDED;
    }
}
