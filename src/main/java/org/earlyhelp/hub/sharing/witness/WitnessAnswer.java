package org.earlyhelp.hub.sharing.witness;

/**
 * What a witness answers, with the statuses of HTTP that the protocol names.
 *
 * @param body text, each line with its newline
 */
public record WitnessAnswer(int status, String contentType, String body) {
    /** The body is the signature. */
    public static final int COSIGNED = 200;
    /** What was sent cannot be read, or asks for the impossible. */
    public static final int MALFORMED = 400;
    /** No key of the log signed the checkpoint. */
    public static final int NOT_SIGNED = 403;
    /** The witness knows no log of that origin. */
    public static final int UNKNOWN_LOG = 404;
    /** Another size was cosigned last than the one that was said, or another root for this size. */
    public static final int CONFLICT = 409;
    /** The proof does not hold: this log is not the one that was seen before, grown. */
    public static final int NOT_GROWN = 422;

    /** Of an answer whose body is the size of the checkpoint that was cosigned last. */
    public static final String SIZE_TYPE = "text/x.tlog.size";
    private static final String TEXT_TYPE = "text/plain; charset=utf-8";

    static WitnessAnswer cosigned(String signatureLine) {
        return new WitnessAnswer(COSIGNED, TEXT_TYPE, signatureLine + "\n");
    }

    static WitnessAnswer seen(long size) {
        return new WitnessAnswer(CONFLICT, SIZE_TYPE, size + "\n");
    }

    static WitnessAnswer refused(int status, String why) {
        return new WitnessAnswer(status, TEXT_TYPE, why + "\n");
    }

    static WitnessAnswer note(String note) {
        return new WitnessAnswer(COSIGNED, TEXT_TYPE, note);
    }
}
