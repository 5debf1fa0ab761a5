package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;

/** Families of which anything may have been reported at any time of the last two years: for comparing one way of reckoning with another. */
final class RandomFamily {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> BIRTHS = List.of("2012-02-29", "2014-02-01", "2008-11-10", "2008-09-30", "2021-10-20", "2025-11-01", "2026-10-20");
    private static final List<String> CODES = List.of("878111000000109", "818901000000100", "836881000000105", "342191000000101");
    private static final List<String> REVIEWS = List.of("REVIEW-NEWBIRTH", "REVIEW-12MONTH");

    private final SplittableRandom random;
    private final List<String> children = new ArrayList<>();

    RandomFamily(long seed) {
        this.random = new SplittableRandom(seed);
    }

    FamilyFacts make() {
        AFamily family = AFamily.aFamily();
        for (int i = 0; i <= random.nextInt(2); i++) {
            children.add("child" + i);
            family.child("child" + i, random.nextInt(10) == 0 ? null : any(BIRTHS));
        }
        family.adult("mia").parent("mia", children.get(0), random.nextBoolean(), random.nextInt(4) > 0);
        for (int i = random.nextInt(7); i > 0; i--) {
            report(family, "S" + random.nextInt(5));
        }
        if (random.nextBoolean()) {
            register(family, "999001");
        }
        if (random.nextInt(8) == 0) {
            register(family, "999002");
        }
        return observed(family.facts());
    }

    private void report(AFamily family, String ref) {
        HeldRecord.Mentioned about = random.nextInt(5) == 0 ? family.mention(Role.VICTIM, "mia", "CERTAIN") : family.mention(Role.CHILD, any(children), "CERTAIN");
        family.says(any(List.of(AFamily.POLICE, AFamily.HEALTH)), ref, 1 + random.nextInt(3), fact(), about);
    }

    private Fact fact() {
        String at = instant().toString();
        String on = at.substring(0, 10);
        boolean yes = random.nextBoolean();
        return switch (random.nextInt(8)) {
            case 0, 1 -> Reports.missing(any(List.of(MissingReport.Kind.values())), at, yes ? any(List.of(MissingReport.RiskGrade.values())) : null,
                    yes ? Set.of(any(List.of(MissingReport.RiskFlag.values()))) : null, random.nextBoolean() ? instant().toString() : null, yes ? random.nextBoolean() : null);
            case 2 -> Reports.abuse(any(List.of(DomesticAbuseReferral.Kind.values())), at, yes ? any(List.of(DomesticAbuseReferral.Grade.values())) : null, random.nextBoolean());
            case 3 -> Reports.review(any(REVIEWS), any(List.of("DONE", "MISSED", "NOT_BROUGHT")), on);
            case 4 -> Reports.asq("ASQ3-COMM", yes, on);
            case 5 -> yes ? Reports.code(any(CODES), any(List.of("Y", "Y", "N")), on) : Reports.deleted(HealthFindings.Kind.CODE, any(CODES), on);
            case 6 -> new Concern("PARENTAL_SUBSTANCE_MISUSE", yes ? LocalDate.parse(on) : null, null, any(List.of(Concern.Status.values())));
            default -> new Involvement("Family Help", 3 + random.nextInt(2), null, null, yes ? LocalDate.parse(on) : null, random.nextBoolean() ? day() : null);
        };
    }

    private void register(AFamily family, String urn) {
        StringBuilder marks = new StringBuilder();
        int missedOf = 2 + random.nextInt(12);
        for (int i = 2 * random.nextInt(300); i > 0; i--) {
            marks.append(random.nextInt(missedOf) > 0 ? '/' : "INUOX ".charAt(random.nextInt(6)));
        }
        marks.append(marks.length() % 2 == 0 ? "" : "/");
        family.marks(AFamily.SCHOOLS, urn, any(children), day().toString(), marks.toString());
        if (random.nextInt(3) > 0) {
            family.registerEnds(AFamily.SCHOOLS, urn, day().toString());
        }
    }

    /** Each record was observed at some time, which need not be that of its event. */
    private FamilyFacts observed(FamilyFacts facts) {
        List<HeldRecord> records = facts.records().stream().map(it -> {
            Instant at = instant();
            return new HeldRecord(it.id(), it.ref(), it.agency(), it.feed(), it.sourceRef(), it.version(), it.fact(), at, at, it.notes(), it.mentions());
        }).toList();
        return new FamilyFacts(facts.familyId(), facts.familyRef(), facts.members(), facts.kinship(), records, facts.attendance(), facts.registerEnds());
    }

    private Instant instant() {
        return London.startOf(day()).plusSeconds(random.nextInt(86_400));
    }

    /** Rather of the last half year, at times of the coming days. */
    private LocalDate day() {
        return random.nextInt(3) > 0 ? TODAY.minusDays(random.nextInt(180) - 3L) : FIRST.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST, TODAY)));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
