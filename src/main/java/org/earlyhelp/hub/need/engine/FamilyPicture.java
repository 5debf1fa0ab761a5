package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.rules.Localities;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.Involvement;

/** What an assessment says of the family beside its needs: the children, the place, who knows them and who already works with them. */
final class FamilyPicture {
    private static final List<String> WEAKEST_FIRST = List.of("REVIEW", "PROBABLE", "CERTAIN", "NEW");

    private final FamilyFacts facts;
    private final List<PersonHistory> histories;
    private final Rules rules;
    private final Moment moment;

    FamilyPicture(FamilyFacts facts, List<PersonHistory> histories, Rules rules, Moment moment) {
        this.facts = facts;
        this.histories = histories;
        this.rules = rules;
        this.moment = moment;
    }

    /** The living children, each with the weakest link that the shown needs rest on, else that any record rests on. */
    List<Assessment.Child> children(List<ShownNeed> needs, List<ShownHarm> harms) {
        return living().filter(Member::child).map(child -> {
            List<HeldRecord> shown = Stream.concat(
                    needs.stream().filter(need -> need.person().equals(child)).flatMap(need -> need.signs().stream()),
                    harms.stream().filter(harm -> harm.person().equals(child)).map(ShownHarm::sign)).map(Sign::record).toList();
            String match = weakest(child, shown).or(() -> weakest(child, facts.records())).orElse("NEW");
            return new Assessment.Child(child.ref(), match, child.nhsNumber(), child.placeHidden(), child.sealed());
        }).toList();
    }

    /** The locality of the household; nothing is said of a household with a hidden place. */
    String locality() {
        if (facts.members().stream().anyMatch(Member::placeHidden)) {
            return Localities.WITHHELD;
        }
        return living().sorted(Comparator.comparing(Member::child).reversed().thenComparing(Member::id))
                .map(Member::postcode).filter(Objects::nonNull).findFirst().map(rules.localities()::of).orElse(Localities.UNKNOWN);
    }

    /** Open involvements of any living member, with the moment at which a planned closing ends one. */
    List<Assessment.OpenInvolvement> alreadyOpen() {
        List<Assessment.OpenInvolvement> open = new ArrayList<>();
        for (PersonHistory history : histories) {
            for (SourceCase source : history.involvements()) {
                Involvement involvement = (Involvement) source.highest().fact();
                if (involvement.isOpenOn(moment.today())) {
                    if (involvement.closed() != null) {
                        moment.changesOn(involvement.closed());
                    }
                    open.add(new Assessment.OpenInvolvement(history.person().ref(), involvement.service(), involvement.level(),
                            involvement.leadWorker(), involvement.leadWorkerContact(), source.highest().agency()));
                }
            }
        }
        return open;
    }

    /** Agencies with facts about the children; open involvements have their own place. */
    List<String> knownTo(List<Need> needs, List<ShownHarm> harms) {
        Set<String> agencies = new TreeSet<>();
        Set<Long> children = new HashSet<>(living().filter(Member::child).map(Member::id).toList());
        facts.records().stream().filter(record -> !(record.fact() instanceof Involvement))
                .filter(record -> children.stream().anyMatch(record::isAbout)).map(HeldRecord::agency).forEach(agencies::add);
        needs.forEach(need -> agencies.add(need.agency()));
        harms.stream().map(harm -> harm.sign().record()).filter(record -> !(record.fact() instanceof Involvement))
                .map(HeldRecord::agency).forEach(agencies::add);
        return List.copyOf(agencies);
    }

    /** Whether a new referral concerns a child with a recent mark on a school register. */
    boolean hasAbuseWithPupil(Set<String> newKeys) {
        LocalDate since = moment.today().minusDays(rules.registerWithinDays());
        return histories.stream().filter(history -> history.person().child())
                .filter(history -> history.abuse().stream().anyMatch(event -> newKeys.contains(event.key())))
                .anyMatch(history -> history.sessions(since).all().stream()
                        .anyMatch(marked -> marked.code() != AttendanceCode.NOT_ON_ROLL));
    }

    private Stream<Member> living() {
        return facts.members().stream().filter(member -> !member.deceased());
    }

    private static Optional<String> weakest(Member child, List<HeldRecord> records) {
        return records.stream().flatMap(record -> record.mentions().stream())
                .filter(mention -> mention.person() == child.id() && mention.match() != null).map(HeldRecord.Mentioned::match)
                .min(Comparator.comparingInt(WEAKEST_FIRST::indexOf));
    }
}
