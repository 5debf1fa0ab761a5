package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The council that answers for the hub: {@code agreements/borough.yaml}.
 *
 * @param slug    short name, as in the source of every message
 * @param name    the controller of the hub's data
 * @param officer how to reach the data protection officer
 * @param terms   who may see what the hub itself works out; also the terms where an agency has no agreement and a
 *                child is in danger
 */
public record Borough(String slug, String name, String officer, Agreement terms) {
    /** The agency id of what the hub itself works out. */
    public static final String AGENCY = "hub";

    /**
     * Stands in while {@code borough.yaml} is absent or broken, so that a typing mistake never silences a child in
     * danger: the front door sees what the law has it see, nobody else sees anything.
     */
    static Borough fallback() {
        Set<DataClass> facts = Set.of(DataClass.IDENTITY, DataClass.MISSING, DataClass.DOMESTIC_ABUSE, DataClass.SAFEGUARDING,
                DataClass.HEALTH, DataClass.EDUCATION, DataClass.INVOLVEMENT);
        Set<Purpose> purposes = Set.of(Purpose.SAFEGUARDING, Purpose.EARLY_HELP);
        List<Agreement.Grant> grants = List.of(
                new Agreement.Grant(Recipient.Kind.QUEUE, "frontdoor.first-contact", purposes, facts),
                new Agreement.Grant(Recipient.Kind.QUEUE, "frontdoor.early-help", purposes, facts),
                new Agreement.Grant(Recipient.Kind.ROLE, "front-door", purposes, facts),
                new Agreement.Grant(Recipient.Kind.ROLE, "manager", purposes, facts));
        Agreement.Basis basis = new Agreement.Basis("To keep children safe.", "A child in danger cannot wait for paperwork.",
                List.of("Children Act 1989 section 47", "Children Act 2004 sections 10 and 11"), "6(1)(e) task in the public interest",
                "9(2)(g) substantial public interest", "paragraph 18 (safeguarding of children and of individuals at risk)",
                "Data Protection Act 2018 section 10(5) with Schedule 1 paragraph 18");
        Agreement terms = new Agreement("HUB-FALLBACK", 1, AGENCY, "The hub", "council", false, List.of(), new TreeMap<>(), basis, grants,
                LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.of(9999, 12, 1), Map.of());
        return new Borough("borough", "The council", "the council's data protection officer", terms);
    }
}
