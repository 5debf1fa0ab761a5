package org.earlyhelp.hub.intake.account;

/** Files and bytes that an account sent in some time. */
public record Sent(long files, long bytes) {
    /** No file at all. */
    public static final Sent NOTHING = new Sent(0, 0);

    Sent plus(Sent more) {
        return new Sent(files + more.files, bytes + more.bytes);
    }

    Sent minus(Sent less) {
        return new Sent(files - less.files, bytes - less.bytes);
    }
}
