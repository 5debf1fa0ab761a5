package org.earlyhelp.hub.alert.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** What a message about an alert asks to disclose: every child and everyone with a need, field by field with its source. */
public final class AlertDisclosure {
    /** Source of what the hub itself worked out. */
    static final String HUB = "hub";
    static final String MATCH = "match";
    static final String NHS_NUMBER = "nhsNumber";
    static final String LOCALITY = "locality";
    static final String KNOWN_TO = "knownTo";
    static final String ALREADY_OPEN = "alreadyOpen";
    static final String LEAD_WORKER = "leadWorker";

    private static final int STATUTORY_LEVEL = 4;

    private AlertDisclosure() {
    }

    /** The request for a message on the alert's queue. */
    public static DisclosureRequest request(Alert alert, List<PersonFlags> people) {
        Purpose purpose = alert.queue() == AlertQueue.FIRST_CONTACT ? Purpose.SAFEGUARDING : Purpose.EARLY_HELP;
        String queue = alert.queue().queueName();
        return new DisclosureRequest(ActKind.SENT, Recipient.queue(queue), purpose, queue, alert.content().level(), null,
                subjects(alert.content(), people), versions(alert.content()));
    }

    /**
     * The request for that message. Below level 4 new facts that may not go make the rest an empty envelope: then nothing
     * goes and the message is held. At level 4 the front door learns at once that there is something to look at.
     */
    public static DisclosureRequest request(AlertNews news) {
        DisclosureRequest request = request(news.alert(), news.people());
        AlertContent content = news.alert().content();
        boolean withFacts = (news.type() == MessageType.RAISED || news.type() == MessageType.UPDATED) && content.level() < STATUTORY_LEVEL;
        return withFacts ? request.needing(new DisclosureRequest.Core(facts(content), false)) : request;
    }

    /** The agencies of which a fact is in the content and may not go. */
    public static Set<String> keptBack(AlertContent content, Allowance allowance) {
        Stream<String> needs = content.needs().stream().filter(need -> !allowance.allows(need.person(), need.agency(), needField(need.code()))).map(Need::agency);
        Stream<String> tests = content.harmTests().stream().filter(test -> !allowance.allows(test.person(), test.agency(), harmField(test.code())))
                .map(HarmTest::agency);
        return Stream.concat(needs, tests).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> facts(AlertContent content) {
        Set<String> facts = new HashSet<>();
        content.needs().forEach(need -> facts.add(needField(need.code())));
        content.harmTests().forEach(test -> facts.add(harmField(test.code())));
        return facts;
    }

    static String needField(String code) {
        return "needs." + code;
    }

    static String harmField(String code) {
        return "harmTests." + code;
    }

    private static List<DisclosureSubject> subjects(AlertContent content, List<PersonFlags> people) {
        List<DisclosureSubject> subjects = new ArrayList<>();
        for (PersonFlags flags : people) {
            Set<DisclosedField> fields = new HashSet<>();
            content.needs().stream().filter(need -> need.person().equals(flags.person())).forEach(need ->
                    fields.add(new DisclosedField(needField(need.code()), NeedClasses.of(need.code(), need.evidence()), need.agency())));
            content.harmTests().stream().filter(test -> test.person().equals(flags.person())).forEach(test ->
                    fields.add(new DisclosedField(harmField(test.code()), NeedClasses.of(test.code(), test.evidence()), test.agency())));
            content.alreadyOpen().stream().filter(open -> open.person().equals(flags.person())).forEach(open -> involvement(open, fields));
            content.children().stream().filter(child -> child.person().equals(flags.person())).forEach(child -> child(child, content, flags, fields));
            subjects.add(new DisclosureSubject(flags.person(), flags.placeHidden(), flags.sealed(), false, fields));
        }
        return subjects;
    }

    private static void child(Assessment.Child child, AlertContent content, PersonFlags flags, Set<DisclosedField> fields) {
        fields.add(new DisclosedField(MATCH, DataClass.IDENTITY, null));
        fields.add(new DisclosedField(LOCALITY, DataClass.IDENTITY, null));
        content.knownTo().forEach(agency -> fields.add(new DisclosedField(KNOWN_TO, DataClass.IDENTITY, agency)));
        if (child.nhsNumber() != null && flags.numberedBy() != null) {
            fields.add(new DisclosedField(NHS_NUMBER, DataClass.IDENTITY, flags.numberedBy()));
        }
    }

    private static void involvement(Assessment.OpenInvolvement open, Set<DisclosedField> fields) {
        fields.add(new DisclosedField(ALREADY_OPEN, DataClass.INVOLVEMENT, open.agency()));
        fields.add(new DisclosedField(LEAD_WORKER, DataClass.STAFF, open.agency()));
    }

    private static Map<String, String> versions(AlertContent content) {
        Map<String, String> versions = new LinkedHashMap<>();
        content.rules().forEach(rule -> versions.put("rule " + rule.id(), String.valueOf(rule.version())));
        return versions;
    }
}
