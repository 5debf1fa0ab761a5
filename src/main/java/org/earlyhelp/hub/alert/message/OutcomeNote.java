package org.earlyhelp.hub.alert.message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** What a referring agency learns: its own reference, the outcome and when. Source: contract, section 5. */
public final class OutcomeNote {
    private static final String CHANNEL = "out";
    private static final String SOURCE_REF = "sourceRef";
    private static final String OUTCOME = "outcome";

    private OutcomeNote() {
    }

    /** Asks to tell an agency what became of what it referred, about everyone concerned or not at all. */
    public static DisclosureRequest request(Alert alert, String agency, List<PersonFlags> people) {
        Set<String> concerned = concernedBy(alert.content(), agency);
        Set<DisclosedField> fields = Set.of(new DisclosedField(SOURCE_REF, DataClass.IDENTITY, agency),
                new DisclosedField(OUTCOME, DataClass.INVOLVEMENT, agency));
        List<DisclosureSubject> subjects = people.stream().filter(flags -> concerned.contains(flags.person()))
                .map(flags -> new DisclosureSubject(flags.person(), flags.placeHidden(), flags.sealed(), false, fields)).toList();
        return new DisclosureRequest(ActKind.OUTCOME, Recipient.agency(agency), Purpose.OUTCOME_TO_REFERRER, CHANNEL,
                alert.content().level(), null, subjects, Map.of()).needing(new DisclosureRequest.Core(Set.of(SOURCE_REF, OUTCOME), true));
    }

    /** The file's text. */
    public static String text(String sourceRef, Alert alert) {
        return CloudEvent.text(CloudEvent.object().put(SOURCE_REF, sourceRef).put(OUTCOME, alert.outcome().name())
                .put("decidedAt", CloudEvent.stamp(alert.decidedAt())));
    }

    private static Set<String> concernedBy(AlertContent content, String agency) {
        Set<String> people = new LinkedHashSet<>();
        content.needs().stream().filter(need -> need.agency().equals(agency)).map(Need::person).forEach(people::add);
        content.harmTests().stream().filter(test -> test.agency().equals(agency)).map(HarmTest::person).forEach(people::add);
        return people;
    }
}
