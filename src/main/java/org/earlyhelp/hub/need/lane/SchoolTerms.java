package org.earlyhelp.hub.need.lane;

import java.time.LocalDate;
import org.earlyhelp.hub.intake.calendar.KnownSchoolDays;
import org.earlyhelp.hub.need.RuleBook;
import org.springframework.stereotype.Component;

/** The school calendar in force, for the watch over feeds. */
@Component
class SchoolTerms implements KnownSchoolDays {
    private final RuleBook rules;

    SchoolTerms(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public boolean isSchoolDay(LocalDate day) {
        return rules.isSchoolDay(day);
    }
}
