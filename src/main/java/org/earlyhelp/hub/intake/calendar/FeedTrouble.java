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

    /** The key of its alarm; {@code account} is the agency, or one of its senders. */
    String key(String account, String feed) {
        return kind + ":" + account + "/" + feed;
    }

    /** Whether the key of an alarm is about that feed, of the agency or of one of its senders. */
    public static boolean isAbout(String key, String agency, String feed) {
        String source = key.substring(key.indexOf(':') + 1);
        return source.endsWith("/" + feed) && (source.startsWith(agency + "/") || source.startsWith(agency + "."));
    }
}
