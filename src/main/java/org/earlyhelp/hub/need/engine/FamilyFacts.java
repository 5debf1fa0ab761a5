package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of one family at one moment, as the rules need it.
 *
 * @param kinship      of the family's children, parents who live elsewhere included
 * @param records      every version of every record that is about a member, or whose victim or alleged perpetrator is a
 *                     member or a parent of a child
 * @param attendance   marks of the attendance records among them
 * @param registerEnds by school, the newest day for which it sent any mark; only where a rule asks for it
 * @param restricted   ids of members whose data is used only to keep a child safe
 */
public record FamilyFacts(long familyId, String familyRef, List<Member> members, List<Kin> kinship, List<HeldRecord> records,
                          List<MarkedMonth> attendance, Map<String, LocalDate> registerEnds, Set<Long> restricted) {
    /** Of a family nobody of which is restricted. */
    public FamilyFacts(long familyId, String familyRef, List<Member> members, List<Kin> kinship, List<HeldRecord> records, List<MarkedMonth> attendance,
                       Map<String, LocalDate> registerEnds) {
        this(familyId, familyRef, members, kinship, records, attendance, registerEnds, Set.of());
    }

    /** The same with these people restricted. */
    public FamilyFacts restricting(Set<Long> people) {
        return new FamilyFacts(familyId, familyRef, members, kinship, records, attendance, registerEnds, people);
    }

    /** A parent or carer of a child. {@code certain}: every link the tie rests on is. */
    public record Kin(long child, long adult, boolean resident, boolean certain) {
    }

    /** A pupil's marks of one month: 62 letters, day 1 am, day 1 pm, day 2 am, …; a space is no mark. */
    public record MarkedMonth(long record, LocalDate month, String marks) {
    }

    public FamilyFacts {
        members = List.copyOf(members);
        kinship = List.copyOf(kinship);
        records = List.copyOf(records);
        attendance = List.copyOf(attendance);
        registerEnds = Map.copyOf(registerEnds);
        restricted = Set.copyOf(restricted);
    }
}
