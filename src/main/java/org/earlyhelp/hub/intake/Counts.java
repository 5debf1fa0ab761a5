package org.earlyhelp.hub.intake;

/** How the records of a delivery fared. A record counts once: accepted, unchanged or rejected; warnings count beside. */
public record Counts(long accepted, long unchanged, long rejected, long warnings) {
    /** Of a delivery of which nothing was read. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** All records of the file: accepted + unchanged + rejected. */
    public long records() {
        return accepted + unchanged + rejected;
    }

    /** Both together. */
    public Counts plus(Counts more) {
        return new Counts(accepted + more.accepted, unchanged + more.unchanged, rejected + more.rejected, warnings + more.warnings);
    }
}
