package org.earlyhelp.hub.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A register mark of one session: the codes in force since 19 August 2024 (School Attendance (Pupil
 * Registration) (England) Regulations 2024) and those that older files still carry.
 */
public enum AttendanceCode {
    PRESENT_AM("/", '/', Session.PRESENT),
    PRESENT_PM("\\", '\\', Session.PRESENT),
    LATE("L", 'L', Session.PRESENT),
    LA_PROVISION("K", 'K', Session.PRESENT),
    VISIT("V", 'V', Session.PRESENT),
    SPORT("P", 'P', Session.PRESENT),
    WORK_EXPERIENCE("W", 'W', Session.PRESENT),
    OTHER_APPROVED("B", 'B', Session.PRESENT),
    DUAL_REGISTERED("D", 'D', Session.ELSEWHERE),
    LEAVE("C", 'C', Session.AUTHORISED),
    LEAVE_PERFORMANCE("C1", '1', Session.AUTHORISED),
    PART_TIME_TIMETABLE("C2", '2', Session.AUTHORISED),
    SUSPENDED("E", 'E', Session.AUTHORISED),
    ILLNESS("I", 'I', Session.ILLNESS),
    INTERVIEW("J1", 'j', Session.AUTHORISED),
    MEDICAL("M", 'M', Session.AUTHORISED),
    RELIGIOUS_OBSERVANCE("R", 'R', Session.AUTHORISED),
    STUDY_LEAVE("S", 'S', Session.AUTHORISED),
    TRAVELLING("T", 'T', Session.AUTHORISED),
    HOLIDAY_NOT_GRANTED("G", 'G', Session.UNAUTHORISED),
    NO_REASON_YET("N", 'N', Session.UNAUTHORISED),
    OTHER_UNAUTHORISED("O", 'O', Session.UNAUTHORISED),
    LATE_AFTER_CLOSE("U", 'U', Session.UNAUTHORISED),
    NO_TRANSPORT_ARRANGED("Q", 'Q', Session.NOT_POSSIBLE),
    NOT_REQUIRED("X", 'X', Session.NOT_POSSIBLE),
    TRANSPORT_UNAVAILABLE("Y1", 'a', Session.NOT_POSSIBLE),
    TRAVEL_DISRUPTION("Y2", 'b', Session.NOT_POSSIBLE),
    PART_CLOSED("Y3", 'c', Session.NOT_POSSIBLE),
    SITE_CLOSED("Y4", 'd', Session.NOT_POSSIBLE),
    DETAINED("Y5", 'e', Session.NOT_POSSIBLE),
    PUBLIC_HEALTH("Y6", 'f', Session.NOT_POSSIBLE),
    OTHER_UNAVOIDABLE("Y7", 'g', Session.NOT_POSSIBLE),
    UNAVOIDABLE("Y", 'Y', Session.NOT_POSSIBLE),
    NOT_ON_ROLL("Z", 'Z', Session.NOT_POSSIBLE),
    PLANNED_CLOSURE("#", '#', Session.NOT_POSSIBLE),
    NO_MARK("-", '-', Session.NOT_POSSIBLE),
    HOLIDAY_AGREED_OLD("H", 'H', Session.AUTHORISED),
    EXTENDED_HOLIDAY_OLD("F", 'F', Session.AUTHORISED),
    INTERVIEW_OLD("J", 'J', Session.AUTHORISED);

    /** The first day of the code list of 2024; H, F and J stand only before it. */
    public static final LocalDate CODES_OF_2024 = LocalDate.of(2024, 8, 19);

    /** How a session counts. ELSEWHERE: the mark of the other school stands for it. */
    public enum Session {
        PRESENT(true, false), ILLNESS(true, true), AUTHORISED(true, true), UNAUTHORISED(true, true), NOT_POSSIBLE(false, false), ELSEWHERE(false, false);

        private final boolean possible;
        private final boolean missed;

        Session(boolean possible, boolean missed) {
            this.possible = possible;
            this.missed = missed;
        }

        /** Whether the session counts among those the pupil could attend. */
        public boolean isPossible() {
            return possible;
        }

        /** Whether it counts as an absence, authorised or not. */
        public boolean isMissed() {
            return missed;
        }
    }

    private static final Map<String, AttendanceCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AttendanceCode::code, Function.identity()));
    private static final Map<Character, AttendanceCode> BY_LETTER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AttendanceCode::letter, Function.identity()));

    private final String code;
    private final char letter;
    private final Session session;

    AttendanceCode(String code, char letter, Session session) {
        this.code = code;
        this.letter = letter;
        this.session = session;
    }

    /** The code as registers write it, one or two characters. */
    public String code() {
        return code;
    }

    /** One character that stands for the code in packed storage; never changes. */
    public char letter() {
        return letter;
    }

    /** How a session with this mark counts. */
    public Session session() {
        return session;
    }

    /** The code valid on that day; empty when it is unknown, or was withdrawn or not yet made. */
    public static Optional<AttendanceCode> of(String text, LocalDate day) {
        AttendanceCode code = BY_CODE.get(text.strip());
        return code == null || code.isOld() && !day.isBefore(CODES_OF_2024) ? Optional.empty() : Optional.of(code);
    }

    /** The code that packed storage holds under that letter. Throws IllegalArgumentException for any other letter. */
    public static AttendanceCode ofLetter(char letter) {
        AttendanceCode code = BY_LETTER.get(letter);
        if (code == null) {
            throw new IllegalArgumentException("no attendance code is stored as that letter");
        }
        return code;
    }

    private boolean isOld() {
        return this == HOLIDAY_AGREED_OLD || this == EXTENDED_HOLIDAY_OLD || this == INTERVIEW_OLD;
    }
}
