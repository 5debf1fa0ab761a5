package org.earlyhelp.hub.sharing.log.offline;

/** Ends a verification at the first fault; never leaves this package. */
final class FaultFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LogFault fault;

    FaultFound(LogFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    LogFault fault() {
        return fault;
    }
}
