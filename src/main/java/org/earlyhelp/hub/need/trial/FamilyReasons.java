package org.earlyhelp.hub.need.trial;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.engine.AlertReasons;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyStream;
import org.earlyhelp.hub.need.storage.HeldAssessments;
import org.earlyhelp.hub.need.storage.RuleSetStore;

/** Asks the rules in force what they say of one family, in a database that is only read. */
public final class FamilyReasons {
    private static final int MARKS_BACK_DAYS = 400;

    private FamilyReasons() {
    }

    /** Empty when the family does not stand, or no rules have ever been in force. */
    public static Optional<AlertReasons> of(DataSource database, long family, Instant now) {
        RuleSetStore store = RuleSetStore.of(database);
        Optional<Rules> inForce = store.inForce().map(RuleVersions.Version::number).map(store::texts).map(RuleSet::kept).flatMap(Checked::asOptional)
                .map(RuleSet::rules).flatMap(Checked::asOptional);
        return inForce.flatMap(rules -> FamilyStream.of(database).one(family, London.dateOf(now).minusDays(MARKS_BACK_DAYS), asksForRegisterEnds(rules))
                .map(facts -> AlertReasons.of(rules, facts, HeldAssessments.of(database).known(facts), now)));
    }

    private static boolean asksForRegisterEnds(Rules rules) {
        return rules.needs().stream().filter(NeedRule::on).flatMap(NeedRule::leaves).anyMatch(NeedCondition.OffRegister.class::isInstance);
    }
}
