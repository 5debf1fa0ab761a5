package org.earlyhelp.hub.alert.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;

/**
 * What an open alert rests on, renewed at every assessment. It tells time from correction: a ground that no longer holds
 * while all its evidence stands has ended and is kept; one whose evidence was taken back is dropped.
 *
 * @param dropped whether the last renewal dropped any
 */
public record Grounds(List<Ground> grounds, boolean dropped) {
    public Grounds {
        grounds = List.copyOf(grounds);
    }

    /** What an assessment rests on. */
    public static Grounds of(Assessment now, Map<String, EvidenceState> evidence) {
        return new Grounds(standing(now, evidence), false);
    }

    /**
     * These grounds after a further assessment.
     *
     * @param personNow follows merges: the reference that stands for a reference of before
     */
    public Grounds renewedBy(Assessment now, Map<String, EvidenceState> evidence, UnaryOperator<String> personNow) {
        List<Ground> renewed = new ArrayList<>(standing(now, evidence));
        List<Ground> fallen = grounds.stream()
                .filter(ground -> renewed.stream().noneMatch(held -> ground.isSameAs(held, personNow))).toList();
        List<Ground> ended = fallen.stream().filter(ground -> !isTakenBack(ground, evidence, personNow)).map(Ground::asEnded).toList();
        renewed.addAll(ended);
        return new Grounds(renewed, ended.size() < fallen.size());
    }

    /**
     * Whether an alert that no longer holds by today's rules has lost what it rests on by correction. With a ground left
     * that only time has ended it was right when it was made, and a person decides. One that a person handed over stands
     * on that decision while any ground is left.
     */
    public boolean areGone(AlertQueue queue, boolean handedOver) {
        if (!dropped || handedOver) {
            return dropped && grounds.isEmpty();
        }
        return queue == AlertQueue.FIRST_CONTACT ? grounds.stream().noneMatch(Ground::harm) : grounds.stream().noneMatch(Ground::ended);
    }

    /** How many of these hold no more because evidence was taken back, by a further assessment; time that passed takes none. */
    public long takenBack(Assessment now, Map<String, EvidenceState> evidence, UnaryOperator<String> personNow) {
        List<Ground> standing = standing(now, evidence);
        return grounds.stream().filter(ground -> standing.stream().noneMatch(held -> ground.isSameAs(held, personNow)))
                .filter(ground -> isTakenBack(ground, evidence, personNow)).count();
    }

    /** Whether a need or harm test of that code, person and agency is among them and has ended without being taken back. */
    boolean haveEnded(boolean harm, String code, String person, String agency, UnaryOperator<String> personNow) {
        return grounds.stream().anyMatch(ground -> ground.ended() && ground.harm() == harm && ground.code().equals(code) && ground.agency().equals(agency)
                && personNow.apply(ground.person()).equals(personNow.apply(person)));
    }

    /** Every piece of evidence named. */
    public List<String> evidence() {
        return grounds.stream().flatMap(ground -> ground.footings().stream()).map(Footing::evidence).distinct().toList();
    }

    /** Everyone they name. */
    public Set<String> people() {
        Stream<String> linked = grounds.stream().flatMap(ground -> ground.footings().stream()).flatMap(footing -> footing.people().stream());
        return Stream.concat(grounds.stream().map(Ground::person), linked).collect(Collectors.toSet());
    }

    private static boolean isTakenBack(Ground ground, Map<String, EvidenceState> evidence, UnaryOperator<String> personNow) {
        return ground.footings().stream().anyMatch(footing -> followed(footing, personNow).isTakenBack(evidence.get(footing.evidence())));
    }

    private static Footing followed(Footing footing, UnaryOperator<String> personNow) {
        return new Footing(footing.evidence(), footing.fingerprint(),
                footing.people().stream().map(personNow).collect(Collectors.toSet()), footing.marks());
    }

    private static List<Ground> standing(Assessment now, Map<String, EvidenceState> evidence) {
        Stream<Ground> needs = now.needs().stream().map(need -> ground(need, evidence));
        return Stream.concat(needs, now.harmTests().stream().map(test -> ground(test, evidence))).toList();
    }

    private static Ground ground(Need need, Map<String, EvidenceState> evidence) {
        return new Ground(false, need.code(), need.person(), need.agency(), need.grade(), footings(need.evidence(), evidence), false);
    }

    private static Ground ground(HarmTest test, Map<String, EvidenceState> evidence) {
        return new Ground(true, test.code(), test.person(), test.agency(), "", footings(test.evidence(), evidence), false);
    }

    private static List<Footing> footings(List<String> named, Map<String, EvidenceState> evidence) {
        return named.stream().map(ref -> evidence.containsKey(ref) ? evidence.get(ref).remembered(ref) : null).filter(Objects::nonNull).toList();
    }
}
