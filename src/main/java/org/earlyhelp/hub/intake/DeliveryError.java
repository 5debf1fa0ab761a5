package org.earlyhelp.hub.intake;

/** One line of a receipt: place, the sender's own field name (or null), code and plain sentences; never a value. 0 = place not known. */
public record DeliveryError(long line, long record, String field, String code, boolean warning, String message, String fix) {
    /** The hub lost its copy of the file before it was read: nothing is wrong with what was sent. */
    public static final String COPY_DAMAGED = "COPY_DAMAGED";

    /** Whether the hub is at fault and not the file, which may be sent again as it is. */
    public boolean isOfTheHub() {
        return code.equals(COPY_DAMAGED);
    }
}
