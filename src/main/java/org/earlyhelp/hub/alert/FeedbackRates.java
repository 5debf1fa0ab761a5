package org.earlyhelp.hub.alert;

import java.util.List;
import org.earlyhelp.hub.need.RuleRef;

/** How useful people found the alerts of each rule. */
public interface FeedbackRates {
    /**
     * One rule at one version. Every rule that held counts, as of the alert's version a person had before them; of several
     * answers by one person about one alert the last.
     *
     * @param raised alerts that were raised while the rule held
     */
    record Rate(RuleRef rule, long raised, long useful, long notUseful, long alreadyKnown) {
        /** Answers given. */
        public long answers() {
            return useful + notUseful + alreadyKnown;
        }

        /** Useful answers of all, in whole per cent, rounded down; -1 without an answer. */
        public int usefulPercent() {
            return answers() == 0 ? -1 : (int) (100 * useful / answers());
        }
    }

    /** All rules that raised an alert or were answered, by id and version. */
    List<Rate> rates();
}
