package org.earlyhelp.hub.embedded.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.earlyhelp.hub.alert.life.BankHolidays;
import org.earlyhelp.hub.alert.life.OpeningHours;
import org.springframework.boot.convert.DurationStyle;

/** Reads how the front door works: its hours, its limits, and what is unusual there. */
final class DutyReader {
    private static final String HOURS = "hours such as 08:30-17:00";
    private final GivenSettings given;
    private final Map<HubOption, String> duty = new EnumMap<>(HubOption.class);

    DutyReader(GivenSettings given) {
        this.given = given;
    }

    /** The texts that are set or have a default, each found in order. */
    Map<HubOption, String> duty() {
        keep(HubOption.HUB_ALERT_EARLY_HELP_ACKNOWLEDGE_WITHIN, DutyReader::limit, "a time such as 24h");
        keep(HubOption.HUB_ALERT_EARLY_HELP_DECIDE_WITHIN, DutyReader::limit, "a time such as 48h");
        keep(HubOption.HUB_ALERT_EARLY_HELP_DAILY_CEILING, text -> atLeast(0, text), "a whole number from 0");
        keep(HubOption.HUB_ALERT_FRONT_DOOR_OPEN, DutyReader::hours, HOURS);
        keep(HubOption.HUB_ALERT_PROCLAIMED_BANK_HOLIDAYS, DutyReader::days, "a list of days such as 2027-05-10,2027-06-21");
        keep(HubOption.HUB_FRONT_DOOR_CLOSES_AT, LocalTime::parse, "a time of day such as 17:00");
        keep(HubOption.HUB_GOVERNANCE_USUAL_HOURS, DutyReader::hours, HOURS);
        keep(HubOption.HUB_GOVERNANCE_MANY_CASES, text -> atLeast(1, text), "a whole number from 1");
        return duty;
    }

    private <T> void keep(HubOption option, Function<String, T> check, String expected) {
        given.read(option, check, expected).ifPresent(good -> duty.put(option, given.text(option).orElseThrow()));
    }

    private static Duration limit(String text) {
        Duration limit = DurationStyle.detectAndParse(text);
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException();
        }
        return limit;
    }

    private static Object hours(String text) {
        return OpeningHours.parse(text, new BankHolidays(Set.of()));
    }

    private static Object days(String text) {
        for (String day : text.split(",", -1)) {
            LocalDate.parse(day.strip());
        }
        return text;
    }

    private static int atLeast(int lowest, String text) {
        int number = Integer.parseInt(text);
        if (number < lowest) {
            throw new IllegalArgumentException();
        }
        return number;
    }
}
