package org.earlyhelp.hub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;

/**
 * The forms that each agreement has, had or may get. A changed file is a proposal until one person has put it forward and
 * another has activated it. A demonstration activates at once, but for what would close a safeguarding feed.
 */
public interface AgreementVersions extends AgreementRefresh {
    /** Who activates where nobody is asked: a demonstration, and the first start of a hub. */
    Set<String> NOBODY_ASKED = Set.of("demo", "installation");

    /**
     * One form of one agreement.
     *
     * @param agency      {@link Borough#AGENCY} for the borough's own terms
     * @param agreement   id of the agreement
     * @param removed     the file was taken away: the agency has no agreement from then on
     * @param startOn     before this day the form in force goes on
     * @param proposedBy  account, or null while nobody has put it forward
     * @param activatedBy account or one of {@link #NOBODY_ASKED}; null for a proposal
     */
    record Version(int number, String agency, String agreement, int version, String sha256, boolean removed, LocalDate startOn, Instant seenAt,
                   String proposedBy, Instant proposedAt, String activatedBy, Instant activatedAt) {
        /** {@code id@version}. */
        public String ref() {
            return agreement + "@" + version;
        }

        /** Whether it was never in force. */
        public boolean isProposal() {
            return activatedBy == null;
        }
    }

    /**
     * What a form changes against the one before it.
     *
     * @param words  one sentence for each difference; empty when only comments or layout differ
     * @param closes one sentence for each safeguarding feed that it closes; mostly empty
     */
    record Difference(List<String> words, List<String> closes) {
        public Difference {
            words = List.copyOf(words);
            closes = List.copyOf(closes);
        }
    }

    /** What waits for people, by agency. */
    List<Version> proposals();

    /** The forms of one agency, the newest first, at most {@code limit}; a proposal among them. */
    List<Version> newest(String agency, int limit);

    /** The newest of all agencies that are in force or were, at most {@code limit}. */
    List<Version> changed(int limit);

    /** That form; empty for an unknown number. */
    Optional<Version> version(int number);

    /** The text of that form; empty for an unknown number and where the file was taken away. */
    Optional<String> text(int number);

    /** Against the form that was in force before it, for a proposal against the one in force now; empty for an unknown number. */
    Optional<Difference> difference(int number);

    /** The first of two people puts it forward. */
    Answer propose(int number, String account);

    /** The second of two people brings it into force; never the one who put it forward. Both are named in the sharing log. */
    Answer activate(int number, String account);
}
