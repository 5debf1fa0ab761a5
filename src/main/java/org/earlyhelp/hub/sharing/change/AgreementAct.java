package org.earlyhelp.hub.sharing.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementVersions.Difference;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** Writes the change of an agreement into the sharing log, in the transaction that makes it: what, from what, by whom. */
final class AgreementAct {
    private static final String IG = "ig";
    private final DisclosureDesk desk;

    AgreementAct(DisclosureDesk desk) {
        this.desk = desk;
    }

    /** {@code before} is null for an agency's first agreement; the proposer is null where nobody is asked. */
    void note(Version before, Version now, Difference difference) {
        Map<String, String> detail = new TreeMap<>(Map.of("agreement", now.removed() ? "none" : now.ref(), "before", before == null || before.removed() ? "none" : before.ref(),
                "number", String.valueOf(now.number()), "activatedBy", now.activatedBy(), "changes", String.valueOf(difference.words().size())));
        if (now.proposedBy() != null) {
            detail.put("proposedBy", now.proposedBy());
        }
        if (!now.removed()) {
            detail.put("sha256", now.sha256());
        }
        if (!difference.closes().isEmpty()) {
            detail.put("closes", String.join(" ", difference.closes()));
        }
        String source = now.agency().equals(Borough.AGENCY) ? null : now.agency();
        desk.note(List.of(new Act(ActKind.CORRECTED, null, Recipient.role(IG, now.activatedBy()), Purpose.GOVERNANCE, source, Set.of(), Set.of(), detail)));
    }
}
