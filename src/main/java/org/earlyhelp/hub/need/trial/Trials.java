package org.earlyhelp.hub.need.trial;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.engine.RuleTrial;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.rules.VersionCheck;
import org.earlyhelp.hub.need.storage.FamilyStream;
import org.earlyhelp.hub.need.storage.RuleSetStore;

/** Tries a candidate folder on the families of a database, which is only read. */
public final class Trials {
    /** Rules look back no further on registers than this before the first moment: the school year and the weeks before it. */
    private static final int MARKS_BACK_DAYS = 400;

    private Trials() {
    }

    /** Every fault of the folder, with file and line; empty when it may be tried. */
    public static List<ConfigFault> faults(Path rulesDir) {
        return RuleTrial.faults(rulesDir);
    }

    /** Assesses every family under both. {@code progress} is told how many were looked at after each, and ends the work by what it throws. */
    public static WhatIf run(FamilyStream families, Rules before, Rules after, Steps steps, LongConsumer progress) {
        TwoRules both = new TwoRules(before, after, steps);
        Instant first = steps.moments().get(0);
        families.each(London.dateOf(first).minusDays(MARKS_BACK_DAYS), asksForRegisterEnds(before, after), facts -> {
            both.add(facts);
            progress.accept(both.families());
        });
        return both.result();
    }

    /** A faultless folder on a database that is at hand without a hub; empty where no hub has ever brought rules into force. */
    public static Optional<TriedRules> run(DataSource database, Path rulesDir, Steps steps) {
        RuleSetStore store = RuleSetStore.of(database);
        Optional<RuleSet> inForce = store.inForce().map(RuleVersions.Version::number).map(store::texts).map(RuleSet::kept).flatMap(Checked::asOptional);
        RuleSet candidate = RuleSet.read(rulesDir).asOptional().orElseThrow();
        return inForce.map(before -> new TriedRules(run(FamilyStream.of(database), rules(before), rules(candidate), steps, looked -> { }),
                VersionCheck.faults(before, candidate)));
    }

    private static Rules rules(RuleSet set) {
        return set.rules().asOptional().orElseThrow(() -> new IllegalStateException("rules that were checked are faulty now"));
    }

    private static boolean asksForRegisterEnds(Rules before, Rules after) {
        List<NeedRule> rules = new ArrayList<>(before.needs());
        rules.addAll(after.needs());
        return rules.stream().filter(NeedRule::on).flatMap(NeedRule::leaves).anyMatch(NeedCondition.OffRegister.class::isInstance);
    }
}
