package org.earlyhelp.hub.intake.calendar;

/** What can be amiss with a feed; each is an alarm of its own, raised once and over once. */
public enum FeedTrouble {
    LATE("feed-late"), SILENT("feed-silent"), SHRUNKEN("feed-shrunken"), SWOLLEN("feed-swollen"), FAILING("feed-failing");

    private final String kind;

    FeedTrouble(String kind) {
        this.kind = kind;
    }

    /** The kind of its alarm. */
    public String kind() {
        return kind;
    }

    /** The key of its alarm. */
    public String key(String agency, String feed) {
        return kind + ":" + agency + "/" + feed;
    }
}
