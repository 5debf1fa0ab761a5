package org.earlyhelp.hub.cli.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.need.trial.FamilyDifference;
import org.earlyhelp.hub.need.trial.TriedRules;
import org.earlyhelp.hub.need.trial.WhatIf;

/** A trial as lines to read. */
final class TrialText {
    private TrialText() {
    }

    static String faults(List<ConfigFault> faults) {
        return lines("Nothing can be tried until this is mended:", faults.stream().map(fault -> "  " + fault).toList());
    }

    static String of(TriedRules tried) {
        WhatIf found = tried.whatIf();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.UK, "%,d families: %,d would gain an alert, %,d lose one, %,d have another; %,d would change level alone.",
                found.families(), found.gain(), found.lose(), found.change(), found.levelOnly()));
        lines.add(String.format(Locale.UK, "A rule cannot be evaluated for %,d families now, for %,d then.", found.undecidedBefore(), found.undecidedAfter()));
        lines.add("Each family is counted by itself, also children about whom another family's alert would speak.");
        found.listed().forEach(one -> lines.add("  " + line(one)));
        if (found.listTruncated()) {
            lines.add("  … and more: the list stops at " + WhatIf.LISTED_LIMIT + ", the counts are of all.");
        }
        found.weeks().forEach(week -> lines.add(String.format(Locale.UK, "  week of %s  %-24s %,6d now %,6d then", week.monday(), week.queue(), week.before(), week.after())));
        if (!tried.unraised().isEmpty()) {
            lines.add("These rules would not be taken as they are:");
            tried.unraised().forEach(fault -> lines.add("  " + fault));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(FamilyDifference one) {
        return one.kind() + " " + one.family() + ": " + word(one.ruleBefore()) + " -> " + word(one.ruleAfter()) + ", level " + one.levelBefore()
                + " -> " + one.levelAfter();
    }

    private static String word(String rule) {
        return rule == null ? "no alert" : rule;
    }

    private static String lines(String first, List<String> others) {
        return first + System.lineSeparator() + String.join(System.lineSeparator(), others);
    }
}
