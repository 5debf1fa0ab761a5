package org.earlyhelp.hub.sharing.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;

/**
 * The one function that decides every disclosure: recipient, purpose and data classes asked for, against the agreement
 * of the agency that stated each field. Pure: the same request, agreements and day give the same decision.
 */
public final class DisclosurePolicy {
    static final Comparator<DisclosedField> ORDER = Comparator.comparing(DisclosedField::name).thenComparing(DisclosedField::dataClass);

    private DisclosurePolicy() {
    }

    /** Decides; {@code today} is the borough's civil date. A field without a source agency is the hub's own finding. */
    public static Decision decide(DisclosureRequest request, Agreements agreements, LocalDate today) {
        List<Decision.Part> parts = new ArrayList<>();
        for (DisclosureSubject subject : request.subjects()) {
            bySource(subject).forEach((agency, fields) ->
                    parts.add(part(request, subject, agency, fields, Terms.of(request, agency, fields, agreements, today))));
        }
        return Decision.of(request.core(), parts);
    }

    /** Whether that reason to withhold is one that another agreement could take away, not the protection of a person. */
    public static boolean isOfAgreement(String why) {
        return FieldRules.OF_AGREEMENT.contains(why) || why.equals(FieldRules.WITHOUT_ITS_CORE);
    }

    private static Map<String, List<DisclosedField>> bySource(DisclosureSubject subject) {
        Map<String, List<DisclosedField>> bySource = new TreeMap<>();
        for (DisclosedField field : subject.fields()) {
            bySource.computeIfAbsent(field.sourceAgency() == null ? Borough.AGENCY : field.sourceAgency(), agency -> new ArrayList<>()).add(field);
        }
        if (bySource.isEmpty()) {
            bySource.put(Borough.AGENCY, List.of());
        }
        return bySource;
    }

    private static Decision.Part part(DisclosureRequest request, DisclosureSubject subject, String agency, List<DisclosedField> fields, Terms terms) {
        Set<DisclosedField> allowed = new LinkedHashSet<>();
        List<Decision.Held> withheld = new ArrayList<>();
        for (DisclosedField field : fields.stream().sorted(ORDER).toList()) {
            Optional<String> why = FieldRules.whyWithheld(new FieldRules.Question(request, subject, field, terms));
            why.ifPresentOrElse(text -> withheld.add(new Decision.Held(field, text)), () -> allowed.add(field));
        }
        return new Decision.Part(subject, agency, terms, allowed, withheld);
    }
}
