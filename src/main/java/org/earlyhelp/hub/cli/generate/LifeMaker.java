package org.earlyhelp.hub.cli.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Life.Episode;
import org.earlyhelp.hub.cli.generate.Life.Incident;
import org.earlyhelp.hub.cli.generate.Life.OpenCase;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Sex;

/** Draws what happens to a household. Most households: school, health visitor, and nothing else. Not thread-safe. */
final class LifeMaker {
    private static final double EVER_MISSING = 0.02;
    private static final double STILL_AWAY = 0.04;
    private static final double HARMED = 0.08;
    private static final double DOMESTIC_ABUSE = 0.05;
    private static final double POLICE_SHARE = 0.8;
    private static final double NAMES_CHILDREN = 0.85;
    private static final double MARAC = 0.07;
    private static final double WORKED_WITH = 0.06;
    private static final int YOUNGEST_MISSING = 8;
    private static final RiskGrade[] RISKS = {RiskGrade.NO_APPARENT_RISK, RiskGrade.LOW, RiskGrade.LOW, RiskGrade.LOW, RiskGrade.MEDIUM, RiskGrade.MEDIUM,
        RiskGrade.MEDIUM, RiskGrade.MEDIUM, RiskGrade.MEDIUM, RiskGrade.HIGH};
    private static final Grade[] GRADES = {Grade.STANDARD, Grade.STANDARD, Grade.STANDARD, Grade.STANDARD, Grade.MEDIUM, Grade.MEDIUM, Grade.HIGH};
    private static final String[] LEAD_WORKERS = {"J. Okoro", "R. Banerjee", "M. Adair", "S. Pennington", "T. Lindqvist"};

    private final LocalDate today;
    private final AttendanceMaker attendance;
    private final HealthContactMaker health;
    private int nextRef = 1;

    LifeMaker(LocalDate today) {
        this.today = today;
        this.attendance = new AttendanceMaker(today);
        this.health = new HealthContactMaker(today);
    }

    Life make(Household household, RandomGenerator random) {
        return new Life(episodes(household, random), incidents(household, random), health.make(household, random),
                marks(household, random), cases(household, random));
    }

    private List<Life.Attendance> marks(Household household, RandomGenerator random) {
        List<Life.Attendance> marks = new ArrayList<>();
        for (int child = 0; child < household.children().size(); child++) {
            if (household.children().get(child).school() != null) {
                marks.add(attendance.make(child, random));
            }
        }
        return marks;
    }

    private List<Episode> episodes(Household household, RandomGenerator random) {
        List<Episode> episodes = new ArrayList<>();
        for (int child = 0; child < household.children().size(); child++) {
            if (household.child(child).ageOn(today) >= YOUNGEST_MISSING && random.nextDouble() < EVER_MISSING) {
                addEpisodes(episodes, child, random);
            }
        }
        return episodes;
    }

    private void addEpisodes(List<Episode> episodes, int child, RandomGenerator random) {
        int daysAgo = 5 + random.nextInt(195);
        boolean away = random.nextDouble() < STILL_AWAY;
        int times = 1 + random.nextInt(random.nextInt(4) + 1);
        for (int i = 0; i < times && daysAgo >= 5; i++) {
            episodes.add(episode(child, daysAgo, false, random));
            daysAgo -= 3 + random.nextInt(30);
        }
        if (away) {
            episodes.add(episode(child, 4, true, random));
        }
    }

    /** Who is away was reported four days ago: still missing by any rule. */
    private Episode episode(int child, int daysAgo, boolean away, RandomGenerator random) {
        Instant reported = London.startOf(today.minusDays(daysAgo)).plus(Duration.ofMinutes(6 * 60 + random.nextInt(17 * 60)));
        Instant returned = away ? null : reported.plus(Duration.ofMinutes(40 + random.nextInt(3 * 24 * 60)));
        RiskGrade grade = RISKS[random.nextInt(RISKS.length)];
        return new Episode(ref("MP"), child, reported, grade, flags(random), returned, !away && random.nextDouble() < HARMED);
    }

    private static Set<RiskFlag> flags(RandomGenerator random) {
        Set<RiskFlag> flags = EnumSet.noneOf(RiskFlag.class);
        for (RiskFlag flag : RiskFlag.values()) {
            if (random.nextDouble() < 0.06) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private List<Incident> incidents(Household household, RandomGenerator random) {
        List<Incident> incidents = new ArrayList<>();
        if (random.nextDouble() < DOMESTIC_ABUSE) {
            Person perpetrator = perpetrator(household, random);
            int times = 1 + random.nextInt(random.nextInt(4) + 1);
            for (int i = 0; i < times; i++) {
                incidents.add(incident(perpetrator, random));
            }
        }
        return incidents;
    }

    /** The other carer of the household, or someone who lives elsewhere and is in no other feed. */
    private static Person perpetrator(Household household, RandomGenerator random) {
        if (household.carers().size() > 1 && random.nextBoolean()) {
            return household.carers().get(1).person();
        }
        Person victim = household.mainCarer().person();
        NamePool names = NamePool.anyOrigin(random);
        Sex sex = victim.sex() == Sex.F ? Sex.M : Sex.F;
        return new Person(household.id() + "/outside", names.surname(random), names.forename(sex, random), victim.born().minusDays(random.nextInt(2000)), sex, null, null, null, 0);
    }

    private Incident incident(Person perpetrator, RandomGenerator random) {
        Instant at = London.startOf(today.minusDays(1 + random.nextInt(420))).plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        Grade grade = GRADES[random.nextInt(GRADES.length)];
        int ticks = grade == Grade.HIGH ? 14 + random.nextInt(8) : grade == Grade.MEDIUM ? 10 + random.nextInt(4) : 1 + random.nextInt(9);
        return new Incident(ref("DA"), random.nextDouble() < POLICE_SHARE, at, grade, random.nextDouble() < MARAC, random.nextDouble() < NAMES_CHILDREN, perpetrator, ticks);
    }

    private List<OpenCase> cases(Household household, RandomGenerator random) {
        if (random.nextDouble() >= WORKED_WITH) {
            return List.of();
        }
        LocalDate opened = today.minusDays(10 + random.nextInt(500));
        LocalDate closed = random.nextDouble() < 0.5 ? opened.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(opened, today))) : null;
        int level = random.nextDouble() < 0.15 ? 4 : 2 + random.nextInt(2);
        String service = level == 4 ? "Child Protection" : level == 3 ? "Family Help" : "Early Help";
        String worker = LEAD_WORKERS[random.nextInt(LEAD_WORKERS.length)];
        return List.of(new OpenCase(ref("C"), random.nextInt(household.children().size()), service, level, worker, opened, closed));
    }

    private String ref(String kind) {
        return "%s-%06d".formatted(kind, nextRef++);
    }
}
