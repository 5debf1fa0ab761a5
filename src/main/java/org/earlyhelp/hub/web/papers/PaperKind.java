package org.earlyhelp.hub.web.papers;

import java.util.Arrays;
import java.util.Optional;

/** The papers there are, by the names in their addresses. */
enum PaperKind {
    PROCESSING("record-of-processing", "Record of processing activities", "UK GDPR Article 30: what is processed for which purpose, from whom, for whom, and for how long."),
    TRANSPARENCY("algorithmic-transparency", "Algorithmic transparency record", "What the hub works out by rules and by matching, and where a person decides, for the public register."),
    ASSESSMENT("impact-assessment", "Data protection impact assessment", "UK GDPR Article 35: a draft with what the hub knows of itself; necessity and risks are for people to judge."),
    POLICY("policy-document", "Appropriate policy document", "Data Protection Act 2018, Schedule 1 Part 4: conditions relied on, and how the principles are kept."),
    NOTICE("privacy-notice", "Privacy notice", "What an agency tells the families whose data it shares."),
    UNUSED("unused-classes", "Kinds of data that nothing used", "Kinds of data received in the last 12 months that no rule looked at and nobody was shown."),
    AUDIT("audit-pack", "Audit pack", "What was shared, refused and reviewed in a period, and whether the log holds.");

    private final String path;
    private final String title;
    private final String purpose;

    PaperKind(String path, String title, String purpose) {
        this.path = path;
        this.title = title;
        this.purpose = purpose;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** One sentence for the list. */
    public String purpose() {
        return purpose;
    }

    static Optional<PaperKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
