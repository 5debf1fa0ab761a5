package org.earlyhelp.hub.sharing.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.ActKind;

/**
 * Which entries somebody asks for; all that is given must hold. Null asks for anything.
 *
 * @param about     entries about one of these; empty for whoever
 * @param recipient queue, role, agency or export
 * @param source    agency whose data it is
 * @param basis     the Articles as an entry names them, such as {@code 6(1)(e) 9(2)(g)}
 * @param standing  of the agreement on the day
 * @param who       account that asked
 * @param from      first civil day
 * @param to        last civil day
 */
public record LogFilter(List<About> about, String recipient, String source, String basis, Standing standing, String who, ActKind kind, Decided decided,
                        LocalDate from, LocalDate to) {
    /** Anything at all. */
    public static final LogFilter ANY = new LogFilter(List.of(), null, null, null, null, null, null, null, null, null);

    /** How the agreement stood. NONE: it went although none was in force. */
    public enum Standing { IN_FORCE, GRACE, NONE }

    /** A reference and the time for which its entries speak of the person; {@code since} and {@code until} null without a limit. */
    public record About(String person, Instant since, Instant until) {
        /** Whenever. */
        public static About always(String person) {
            return new About(person, null, null);
        }
    }

    public LogFilter {
        about = List.copyOf(about);
    }

    /** Whoever it is about, at any time, and nothing else asked. */
    public static LogFilter about(List<About> about) {
        return new LogFilter(about, null, null, null, null, null, null, null, null, null);
    }
}
