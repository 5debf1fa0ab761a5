package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;
import org.earlyhelp.hub.need.engine.HeldRecord.Mentioned;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Role;

/** Makes a family's facts, record by record, and assesses them. People are named by a word; records arrive in the order told. */
final class AFamily {
    static final String NOW = "2026-11-23T08:40:00Z";
    static final String POLICE = "avonford-police";
    static final String SCHOOLS = "avonford-schools";
    static final String HEALTH = "avonford-health";

    private final Map<String, Member> people = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Kin> kinship = new ArrayList<>();
    private final List<HeldRecord> records = new ArrayList<>();
    private final List<MarkedMonth> months = new ArrayList<>();
    private final Map<String, LocalDate> registerEnds = new HashMap<>();
    private long firstRecord = 1;
    private Rules rules = ShippedRules.rules();
    private LiveFeeds live = LiveFeeds.ALL;

    /** Whose records arrived after those of other families. */
    AFamily recordsFrom(long id) {
        firstRecord = id;
        return this;
    }

    static AFamily aFamily() {
        return new AFamily();
    }

    /** A child born on the day; null for no known date. */
    AFamily child(String name, String born) {
        return member(new Member(id(name), "P-" + name, true, born == null ? null : LocalDate.parse(born), null, false, false, false, false, null, "ZZ99 3VZ"));
    }

    AFamily adult(String name) {
        return member(new Member(id(name), "P-" + name, false, LocalDate.of(1990, 2, 1), null, false, false, false, false, null, "ZZ99 3VZ"));
    }

    AFamily member(Member member) {
        people.put(member.ref().substring(2), member);
        members.add(member);
        return this;
    }

    /** Somebody who is no member of this family, such as a parent who lives elsewhere. */
    AFamily outsider(String name) {
        people.put(name, new Member(id(name), "P-" + name, false, null, null, false, false, false, false, null, null));
        return this;
    }

    AFamily parent(String adult, String child, boolean resident, boolean certain) {
        kinship.add(new Kin(people.get(child).id(), people.get(adult).id(), resident, certain));
        return this;
    }

    /** A fact about one child, first version. */
    AFamily says(String agency, String sourceRef, Fact fact, String child) {
        return says(agency, sourceRef, 1, fact, mention(Role.CHILD, child, "CERTAIN"));
    }

    AFamily says(String agency, String sourceRef, int version, Fact fact, Mentioned... mentions) {
        long id = firstRecord + records.size();
        Instant received = Instant.parse("2026-11-01T06:00:00Z").plusSeconds(id);
        records.add(new HeldRecord(id, "R" + id, agency, "feed", sourceRef, version, fact, received, received, List.of(), List.of(mentions)));
        return this;
    }

    /** Marks of weekdays from the day on, two letters a day, at one school. */
    AFamily marks(String agency, String urn, String child, String from, String marks) {
        says(agency, urn + "/" + child, 1, new AttendanceDay(null, urn, null, LocalDate.parse(from), null, null), mention(Role.PUPIL, child, "CERTAIN"));
        Map<LocalDate, StringBuilder> byMonth = new HashMap<>();
        LocalDate day = LocalDate.parse(from);
        for (int i = 0; i + 1 < marks.length(); i += 2) {
            while (day.getDayOfWeek().getValue() > 5) {
                day = day.plusDays(1);
            }
            int at = 2 * (day.getDayOfMonth() - 1);
            byMonth.computeIfAbsent(day.withDayOfMonth(1), none -> new StringBuilder(" ".repeat(62))).replace(at, at + 2, marks.substring(i, i + 2));
            day = day.plusDays(1);
        }
        byMonth.forEach((month, text) -> months.add(new MarkedMonth(firstRecord + records.size() - 1, month, text.toString())));
        return this;
    }

    AFamily registerEnds(String agency, String urn, String day) {
        registerEnds.put(SchoolKey.of(agency, urn), LocalDate.parse(day));
        return this;
    }

    AFamily by(Rules other) {
        rules = other;
        return this;
    }

    AFamily live(LiveFeeds feeds) {
        live = feeds;
        return this;
    }

    Mentioned mention(Role role, String name, String match) {
        return new Mentioned(people.get(name).id(), role, 0, match, List.of());
    }

    Assessment now() {
        return at(NOW);
    }

    Assessment at(String instant) {
        return judged(instant, Known.NOTHING).assessment();
    }

    /** At noon in London on the day. */
    Assessment on(String day) {
        return at(London.instantOf(LocalDate.parse(day).atTime(12, 0)).toString());
    }

    /** As news beside what the other assessment of the same family already said. */
    Assessment after(Judged before) {
        return judged(NOW, known(before)).assessment();
    }

    Judged judged() {
        return judged(NOW, Known.NOTHING);
    }

    Judged judged(String instant, Known known) {
        return new NeedEngine(rules, live).assess(facts(), known, Instant.parse(instant));
    }

    FamilyFacts facts() {
        return new FamilyFacts(1, "F-1", members, kinship, records, months, registerEnds);
    }

    static Known known(Judged before) {
        Map<Known.PersonNeed, String> grades = new HashMap<>();
        before.assessment().needs().forEach(need -> grades.put(new Known.PersonNeed(need.person(), need.code()), need.grade()));
        return new Known(grades, before.keysToRemember(), before.assessment().level());
    }

    /** The needs as {@code CODE} or {@code CODE/GRADE}, in order, each once. */
    static Set<String> codes(Assessment assessment) {
        Set<String> codes = new TreeSet<>();
        assessment.needs().forEach(need -> codes.add(need.code() + (need.grade().isEmpty() ? "" : "/" + need.grade())));
        return codes;
    }

    static List<String> harms(Assessment assessment) {
        return assessment.harmTests().stream().map(test -> test.code()).toList();
    }

    private static long id(String name) {
        return Math.abs((long) name.hashCode()) + 1;
    }
}
