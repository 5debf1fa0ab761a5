package org.earlyhelp.hub.need;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the rules say of one family at one moment. A guide: a person decides.
 *
 * @param level        1 to 4
 * @param rules        the alert rules that hold, the first one is the alert's rule; empty = no alert
 * @param newEvidence  keys of evidence this family was not assessed on before; empty = nothing new
 * @param clocked      whether new evidence may raise a clocked alert (live feeds), not only history of a shadow feed
 * @param pathway      ALREADY_OPEN, FIRST_CONTACT, DIRECT_REFERRAL, EARLY_HELP_ASSESSMENT or OTHER_AUTHORITY
 * @param locality     of the family: a locality's id, {@code withheld}, {@code unknown} or {@code out-of-area}
 * @param domesticAbuseWithPupil a new domestic-abuse referral concerns a child on a school register (earlier clock)
 * @param alreadyOpen  open involvements
 * @param knownTo      agencies that hold any fact about the children, sorted
 * @param undecided    rules that could not be evaluated, with reason, for a person to look at
 * @param notes        faults of form the reader must know, such as "date of birth not usable"
 * @param lookAgainAt  when time alone next changes something; null = never
 */
public record Assessment(long familyId, String familyRef, int level, List<Need> needs, List<HarmTest> harmTests, List<RuleRef> rules,
                         Set<String> newEvidence, boolean clocked, String pathway, String locality, boolean domesticAbuseWithPupil,
                         List<Child> children, List<OpenInvolvement> alreadyOpen, List<String> knownTo, List<String> undecided,
                         List<String> notes, Instant lookAgainAt) {
    /** A child of the family. {@code match} is the weakest link its facts rest on; {@code nhsNumber} digits or null. */
    public record Child(String person, String match, String nhsNumber, boolean placeHidden, boolean sealed) {
    }

    /**
     * A service at work with the person now. {@code person} is a P- reference, {@code level} 1 to 4; level, lead worker and
     * contact are null where none is stated.
     */
    public record OpenInvolvement(String person, String service, Integer level, String leadWorker, String leadWorkerContact, String agency) {
    }

    /**
     * The same with everything counting as new: for a family that was spoken for by another family's alert until the two
     * were parted.
     */
    public Assessment askedAnew() {
        return new Assessment(familyId, familyRef, level, needs, harmTests, rules, Set.of("ASKED_ANEW"), true, pathway, locality, domesticAbuseWithPupil,
                children, alreadyOpen, knownTo, undecided, notes, lookAgainAt);
    }

    public Assessment {
        needs = List.copyOf(needs);
        harmTests = List.copyOf(harmTests);
        rules = List.copyOf(rules);
        newEvidence = Set.copyOf(newEvidence);
        children = List.copyOf(children);
        alreadyOpen = List.copyOf(alreadyOpen);
        knownTo = List.copyOf(knownTo);
        undecided = List.copyOf(undecided);
        notes = List.copyOf(notes);
    }
}
