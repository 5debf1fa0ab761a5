package org.earlyhelp.hub.sharing.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/**
 * What stands in for an agreement when a person asks for their own data: the law gives it to them, whoever sent it. Source:
 * UK GDPR Articles 12 and 15; Data Protection Act 2018 section 45 for what the police sent, Schedules 2 and 3 for what stays.
 */
final class SubjectLaw {
    static final String ID = "UK-GDPR-15";
    private static final Agreement.Basis BASIS = new Agreement.Basis("To give a person the data that is held about them.",
            "The person asked for it under their rights.",
            List.of("UK GDPR Article 15 (right of access)", "Data Protection Act 2018 Schedules 2 and 3 (what may be withheld)"),
            "6(1)(c) legal obligation", "9(2)(g) substantial public interest", "paragraph 6 (statutory purposes)",
            "Data Protection Act 2018 section 10(5) with Schedule 1 paragraph 6");
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 1);

    /** Who prepares and releases an answer reads it first. */
    private static final Set<String> WHO_PREPARES = Set.of("ig", "manager");

    private SubjectLaw() {
    }

    /** Whether the law decides: the person is given their data, or somebody prepares that. */
    static boolean decides(DisclosureRequest request) {
        Recipient recipient = request.recipient();
        return recipient.kind() == Recipient.Kind.SUBJECT
                || request.purpose() == Purpose.RIGHTS && recipient.kind() == Recipient.Kind.ROLE && WHO_PREPARES.contains(recipient.name());
    }

    /** The law's terms for what that agency stated; whether its name alone tells something is as its own agreement says. */
    static Agreement termsFor(String agency, Agreements agreements) {
        boolean specialist = agreements.agreementOf(agency).map(Agreement::specialist).orElse(false);
        return new Agreement(ID, 1, agency, "The law", "council", specialist, List.of(), new TreeMap<>(), BASIS, List.of(), LocalDate.EPOCH, NO_END, NO_END, Map.of());
    }
}
