package org.earlyhelp.hub.alert.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.alert.AgencyNames;
import org.earlyhelp.hub.alert.SchoolDays;
import org.earlyhelp.hub.alert.life.AlertClocks;
import org.earlyhelp.hub.alert.life.BankHolidays;
import org.earlyhelp.hub.alert.life.DailyCeiling;
import org.earlyhelp.hub.alert.life.OpeningHours;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of alerts as the borough sets them, and the names of agencies as its agreements show them. */
@Configuration(proxyBeanMethods = false)
class AlertSettings {
    @Bean
    AgencyNames agencyNames(AgreementBook book) {
        return book::shownAs;
    }

    /** A day the calendar does not reach, or a calendar not yet read, is no school day: then only the hours count. */
    @Bean
    SchoolDays schoolDays(RuleBook rules) {
        return rules::isSchoolDay;
    }

    /**
     * Limits of early help; the front door's opening hours ({@code 08:30-17:00}; empty counts every hour); bank holidays
     * proclaimed beyond the yearly ones ({@code 2027-05-10,…}).
     */
    @Bean
    AlertClocks alertClocks(@Value("${hub.alert-early-help-acknowledge-within:24h}") Duration acknowledge,
                            @Value("${hub.alert-early-help-decide-within:48h}") Duration decide,
                            @Value("${hub.alert-front-door-open:}") String open,
                            @Value("${hub.alert-proclaimed-bank-holidays:}") Set<LocalDate> proclaimed, SchoolDays schoolDays) {
        BankHolidays holidays = new BankHolidays(proclaimed);
        return new AlertClocks(acknowledge, decide, OpeningHours.parse(open, holidays), holidays, schoolDays);
    }

    /** Alerts a day for early help; empty for no ceiling. */
    @Bean
    DailyCeiling dailyCeiling(@Value("${hub.alert-early-help-daily-ceiling:}") Integer alerts) {
        return new DailyCeiling(alerts);
    }
}
