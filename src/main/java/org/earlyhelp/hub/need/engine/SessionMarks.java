package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceCode.Session;

/**
 * One child's sessions over all schools, oldest first, one mark a session. Where several registers mark a session, the
 * one that says most of where the child was stands: present, then absent with a reason, then without; a D of a dual
 * registration gives way to the other school's mark.
 */
final class SessionMarks {
    private static final int SESSIONS_A_MONTH = 62;
    private static final Session[] MOST_TELLING_FIRST = {Session.PRESENT, Session.ILLNESS, Session.AUTHORISED, Session.UNAUTHORISED,
        Session.NOT_POSSIBLE, Session.ELSEWHERE};

    /** A session that was marked. */
    record Marked(LocalDate day, boolean morning, AttendanceCode code, HeldRecord record) {
        boolean isMissed() {
            return code.session().isMissed();
        }

        boolean isPossible() {
            return code.session().isPossible();
        }
    }

    /** A pupil's record and one month of its marks. */
    record Register(HeldRecord record, FamilyFacts.MarkedMonth month) {
    }

    private final List<Marked> sessions;

    private SessionMarks(List<Marked> sessions) {
        this.sessions = sessions;
    }

    /** Puts registers together; only sessions for which the day is accepted are kept. */
    static SessionMarks of(List<Register> registers, Predicate<LocalDate> accepted) {
        TreeMap<LocalDate, Marked[]> days = new TreeMap<>();
        for (Register register : registers) {
            String marks = register.month().marks();
            for (int i = 0; i < SESSIONS_A_MONTH; i++) {
                if (marks.charAt(i) != ' ') {
                    LocalDate day = register.month().month().plusDays(i / 2);
                    Marked marked = new Marked(day, i % 2 == 0, AttendanceCode.ofLetter(marks.charAt(i)), register.record());
                    Marked[] both = days.computeIfAbsent(day, none -> new Marked[2]);
                    both[i % 2] = moreTelling(both[i % 2], marked);
                }
            }
        }
        List<Marked> sessions = new ArrayList<>();
        days.forEach((day, both) -> {
            if (accepted.test(day)) {
                addIfMarked(sessions, both[0]);
                addIfMarked(sessions, both[1]);
            }
        });
        return new SessionMarks(sessions);
    }

    /** The sessions of those days, both included. */
    SessionMarks between(LocalDate from, LocalDate to) {
        int begin = firstFrom(from);
        int end = to.equals(LocalDate.MAX) ? sessions.size() : firstFrom(to.plusDays(1));
        return new SessionMarks(sessions.subList(begin, Math.max(begin, end)));
    }

    /** Where the first session of the day or later stands. */
    private int firstFrom(LocalDate day) {
        int low = 0;
        int high = sessions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isBefore = sessions.get(middle).day().isBefore(day);
            low = isBefore ? middle + 1 : low;
            high = isBefore ? high : middle;
        }
        return low;
    }

    List<Marked> all() {
        return sessions;
    }

    private static void addIfMarked(List<Marked> sessions, Marked marked) {
        if (marked != null) {
            sessions.add(marked);
        }
    }

    private static Marked moreTelling(Marked one, Marked other) {
        return one == null || rank(other) < rank(one) ? other : one;
    }

    private static int rank(Marked marked) {
        for (int rank = 0; rank < MOST_TELLING_FIRST.length; rank++) {
            if (MOST_TELLING_FIRST[rank] == marked.code().session()) {
                return rank;
            }
        }
        throw new IllegalStateException("a kind of session without a rank");
    }
}
