package org.earlyhelp.hub.web.governance.unusual;

import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.alert.life.BankHolidays;
import org.earlyhelp.hub.alert.life.OpeningHours;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the borough takes for usual. */
@Component
class UnusualSettings {
    private static final String USUAL_HOURS = "07:00-20:00";

    private final OpeningHours usual;
    private final int manyCasesADay;

    /**
     * {@code HUB_GOVERNANCE_USUAL_HOURS}: on working days, such as 08:30-17:00; unset, the front door's opening hours, or 07:00 to 20:00
     * where it has none. {@code HUB_GOVERNANCE_MANY_CASES}: more cases opened by one account on one day are many.
     */
    UnusualSettings(@Value("${hub.governance-usual-hours:${hub.alert-front-door-open:}}") String hours,
                    @Value("${hub.governance-many-cases:60}") int manyCasesADay,
                    @Value("${hub.alert-proclaimed-bank-holidays:}") Set<LocalDate> proclaimed) {
        this.usual = (OpeningHours) OpeningHours.parse(hours.isBlank() ? USUAL_HOURS : hours, new BankHolidays(proclaimed));
        this.manyCasesADay = manyCasesADay;
    }

    OpeningHours usual() {
        return usual;
    }

    int manyCasesADay() {
        return manyCasesADay;
    }
}
