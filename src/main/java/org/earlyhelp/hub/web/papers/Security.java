package org.earlyhelp.hub.web.papers;

/** The general description of security measures, as the hub is built; what the council adds around it is a gap. */
final class Security {
    private Security() {
    }

    static Paper.Part part() {
        return Paper.Part.of("Security measures",
                "Each agency has an account of its own, sees only its own files, and signs in with keys.",
                "Files as received, free texts and the sharing log are encrypted; the keys are kept outside the database and its backups.",
                "Each member of staff signs in by name and sees what their role and the agreement of each source allow. Every view and every refusal is logged before anything is shown.",
                "A hidden address is not shown, sent, exported or searched, whatever another source says of it.",
                "The sharing log is tamper-evident: a changed, removed or added entry is found by anybody who holds an earlier checkpoint.",
                "Joining records of hidden people, changing rules or agreements, and erasing need two people.",
                Paper.GAP + ": hosting, backup, staff vetting and training, incident response.");
    }
}
