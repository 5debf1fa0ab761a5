package org.earlyhelp.hub.need;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;

/**
 * The sets of rules that are, were or may come into force. A changed folder is a proposal until one manager has put it
 * forward and another has activated it; a demonstration activates at once.
 */
public interface RuleVersions {
    /** Who activates where nobody is asked: a demonstration, and the first start of a hub. */
    Set<String> NOBODY_ASKED = Set.of("demo", "installation");

    /**
     * One set of rules.
     *
     * @param rules       {@code id@version} of all, sorted
     * @param proposedBy  account, or null while nobody has put it forward
     * @param activatedBy account or one of {@link #NOBODY_ASKED}; null for a proposal
     */
    record Version(int number, String sha256, List<String> rules, Instant seenAt, String proposedBy, Instant proposedAt, String activatedBy,
                   Instant activatedAt) {
        public Version {
            rules = List.copyOf(rules);
        }
    }

    /** A rule as it is in force. {@code kind}: need, harm test or alert rule; {@code since}: when this version of it came into force. */
    record RuleInForce(String id, int version, String kind, String title, Set<String> outcomes, boolean on, Instant since) {
        public RuleInForce {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** Empty before the first reading. */
    Optional<Version> inForce();

    /** What waits for people; empty when the folder says what is in force, or is faulty. */
    Optional<Version> proposal();

    /** The newest first, at most {@code limit}. */
    List<Version> newest(int limit);

    /** That set; empty for an unknown number. */
    Optional<Version> version(int number);

    /** The text of every file of that set, by file name; empty for an unknown number. */
    Map<String, String> texts(int number);

    /** Every rule in force, in the order of the files. */
    List<RuleInForce> rulesInForce();

    /** What keeps the folder from being a proposal. */
    List<ConfigFault> faultsOfFolder();

    /** The first of two people puts the waiting set forward. */
    Answer propose(int number, String account);

    /** The second of two people brings it into force; never the one who put it forward. Every family is then assessed anew. */
    Answer activate(int number, String account);

    /** Looks at the folder and at what other hubs have activated. */
    void refresh();
}
