package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.HeldRecord.Mentioned;

/** The facts of two families as they would be if a person of one were a person of the other. Pure. */
public final class JoinedFacts {
    private final long kept;
    private final long gone;

    private JoinedFacts(long kept, long gone) {
        this.kept = kept;
        this.gone = gone;
    }

    /** One family out of both, {@code gone} being {@code kept}; both families may be the same one. */
    public static FamilyFacts of(FamilyFacts one, FamilyFacts other, long kept, long gone) {
        return new JoinedFacts(kept, gone).join(one, other);
    }

    private FamilyFacts join(FamilyFacts one, FamilyFacts other) {
        Map<String, LocalDate> ends = new LinkedHashMap<>(one.registerEnds());
        ends.putAll(other.registerEnds());
        return new FamilyFacts(one.familyId(), one.familyRef(), members(one, other), both(one, other, FamilyFacts::kinship).map(this::kin).distinct().toList(),
                records(one, other), both(one, other, FamilyFacts::attendance).distinct().toList(), ends)
                .restricting(Stream.concat(one.restricted().stream(), other.restricted().stream()).map(this::standing).collect(Collectors.toSet()));
    }

    private List<Member> members(FamilyFacts one, FamilyFacts other) {
        Map<Long, Member> members = new LinkedHashMap<>();
        both(one, other, FamilyFacts::members).filter(member -> standing(member.id()) == member.id()).forEach(member -> members.putIfAbsent(member.id(), member));
        return List.copyOf(members.values());
    }

    private List<HeldRecord> records(FamilyFacts one, FamilyFacts other) {
        Map<Long, HeldRecord> records = new LinkedHashMap<>();
        both(one, other, FamilyFacts::records).forEach(record -> records.putIfAbsent(record.id(), record(record)));
        return List.copyOf(records.values());
    }

    private HeldRecord record(HeldRecord it) {
        Set<Mentioned> mentions = new LinkedHashSet<>(it.mentions().stream()
                .map(one -> new Mentioned(standing(one.person()), one.role(), one.index(), one.match(), one.notes())).toList());
        return new HeldRecord(it.id(), it.ref(), it.agency(), it.feed(), it.sourceRef(), it.version(), it.fact(), it.observedAt(), it.receivedAt(),
                it.notes(), List.copyOf(mentions));
    }

    private Kin kin(Kin kin) {
        return new Kin(standing(kin.child()), standing(kin.adult()), kin.resident(), kin.certain());
    }

    private long standing(long person) {
        return person == gone ? kept : person;
    }

    private static <T> Stream<T> both(FamilyFacts one, FamilyFacts other, Function<FamilyFacts, List<T>> part) {
        return Stream.concat(part.apply(one).stream(), part.apply(other).stream());
    }
}
