package org.earlyhelp.hub.intake.resend;

import java.util.List;

/** How often and why the hub was put back from a backup, for information-governance staff and operators. No personal data. */
public interface Restorations {
    /** The newest first. */
    List<Restoration> newest(int limit);
}
