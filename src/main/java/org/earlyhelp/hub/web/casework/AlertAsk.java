package org.earlyhelp.hub.web.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;

/** What a page about alerts asks to show: the facts with their agencies, and on an alert's own page also who the children are. */
final class AlertAsk {
    static final String NAME = "name";
    static final String BORN = "dateOfBirth";
    static final String LOCALITY = "locality";
    static final String KNOWN_TO = "knownTo";
    static final String OPEN = "alreadyOpen";
    static final String WORKER = "leadWorker";
    static final String WORKER_CONTACT = "leadWorkerContact";
    static final String EARLIER = "earlierAlerts";
    static final String ANSWERS = "answers";
    private static final int STATUTORY_LEVEL = 4;

    private AlertAsk() {
    }

    /** The facts of an alert, without anybody's name. */
    static void facts(AlertContent content, Shown shown) {
        content.needs().forEach(need -> shown.add(need.person(), NeedClass.fieldOf(need.code()), NeedClass.of(need.code(), need.evidence()), need.agency()));
        content.harmTests().forEach(test -> shown.add(test.person(), NeedClass.fieldOf(test.code()), NeedClass.of(test.code(), test.evidence()), test.agency()));
        content.children().forEach(child -> shown.add(child.person(), LOCALITY, DataClass.IDENTITY, null));
    }

    /** Who the children are, who knows them and who already works with the family. */
    static void people(AlertContent content, Shown shown) {
        for (Assessment.Child child : content.children()) {
            shown.add(child.person(), NAME, DataClass.IDENTITY, null);
            shown.add(child.person(), BORN, DataClass.IDENTITY, null);
            shown.add(child.person(), EARLIER, DataClass.IDENTITY, null);
            shown.add(child.person(), ANSWERS, DataClass.IDENTITY, null);
            content.knownTo().forEach(agency -> shown.add(child.person(), KNOWN_TO, DataClass.IDENTITY, agency));
        }
        for (Assessment.OpenInvolvement open : content.alreadyOpen()) {
            shown.add(open.person(), OPEN, DataClass.INVOLVEMENT, open.agency());
            shown.add(open.person(), WORKER, DataClass.STAFF, open.agency());
            shown.add(open.person(), WORKER_CONTACT, DataClass.STAFF, open.agency());
        }
    }

    /** {@code reason} is null where the role needs none. */
    static DisclosureRequest request(Viewer viewer, String page, int level, String reason, Shown shown, Map<String, String> versions) {
        return new DisclosureRequest(viewer.act(), viewer.recipient(), purpose(viewer, level), page, level, viewer.reasonOr(reason), shown.subjects(), versions);
    }

    static Map<String, String> versions(AlertContent content) {
        Map<String, String> versions = new LinkedHashMap<>();
        content.rules().forEach(rule -> versions.put("rule " + rule.id(), String.valueOf(rule.version())));
        return versions;
    }

    private static Purpose purpose(Viewer viewer, int level) {
        if (viewer.role() == StaffRole.IG) {
            return Purpose.GOVERNANCE;
        }
        return level == STATUTORY_LEVEL ? Purpose.SAFEGUARDING : Purpose.EARLY_HELP;
    }
}
