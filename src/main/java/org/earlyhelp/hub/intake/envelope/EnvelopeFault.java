package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;

/** Why an envelope is refused; an IOException so that it passes through the streams of the parsers. */
final class EnvelopeFault extends IOException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String fix;

    EnvelopeFault(String code, String message, String fix) {
        super(message);
        this.code = code;
        this.fix = fix;
    }

    String code() {
        return code;
    }

    String fix() {
        return fix;
    }

    /** Cut off, damaged, or made by something that the hub does not read. */
    static EnvelopeFault damaged(String what) {
        return new EnvelopeFault("BAD_ENVELOPE", what + " cannot be opened: it is damaged, cut off or of a kind that the hub does not read. Nothing of it was taken.",
                "Make it anew, try to open it yourself, and send it again.");
    }

    static EnvelopeFault limit(String message, String fix) {
        return new EnvelopeFault("LIMIT_EXCEEDED", message + " Nothing of it was taken.", fix);
    }

    static EnvelopeFault nested() {
        return limit("There is a further archive or encrypted file inside.", "Pack the file itself, once; encrypt the zip where both are agreed, not the other way round.");
    }
}
