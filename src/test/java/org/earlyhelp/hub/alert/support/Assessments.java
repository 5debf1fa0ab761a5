package org.earlyhelp.hub.alert.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;

/** Makes assessments as the need room would: {@code assessmentOf(1, "F-48KQ2M").with(missing("P-7Q2MXA", ref)).news()}. */
public final class Assessments {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private final long familyId;
    private final String family;
    private final List<Need> needs = new ArrayList<>();
    private final List<HarmTest> harmTests = new ArrayList<>();
    private final List<Assessment.Child> children = new ArrayList<>();
    private final List<Assessment.OpenInvolvement> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Set<String> newEvidence = Set.of();
    private boolean clocked = true;
    private boolean ruleless;
    private boolean bell;
    private String locality = "riverside";

    private Assessments(long familyId, String family) {
        this.familyId = familyId;
        this.family = family;
    }

    public static Assessments assessmentOf(long familyId, String family) {
        return new Assessments(familyId, family);
    }

    public static Need missing(String person, String... evidence) {
        return new Need("MISSING", "missing", "SAFE_FROM_ABUSE_AND_EXPLOITATION", person, "avonford-police", "", "Reported missing once in 90 days",
                DAY, DAY, List.of(evidence));
    }

    public static Need absence(String person, String grade, String... evidence) {
        return new Need("SCHOOL_ABSENCE", "school", "GOOD_EDUCATION", person, "avonford-schools", grade, "Missed 14 of 100 possible sessions",
                DAY.minusDays(30), DAY, List.of(evidence));
    }

    public static Need abuse(String person, String agency, String... evidence) {
        return new Need("DOMESTIC_ABUSE", "domestic abuse", "SAFE_FROM_DOMESTIC_ABUSE", person, agency, "", "One domestic-abuse referral in 365 days",
                DAY, DAY, List.of(evidence));
    }

    public static HarmTest missingHigh(String person, String... evidence) {
        return new HarmTest("MISSING_HIGH", "Missing, graded high, not yet returned", DAY, person, "avonford-police", List.of(evidence));
    }

    public Assessments with(Need need) {
        needs.add(need);
        return this;
    }

    public Assessments with(HarmTest test) {
        harmTests.add(test);
        return this;
    }

    public Assessments child(String person, boolean placeHidden) {
        children.add(new Assessment.Child(person, "CERTAIN", "9990000018", placeHidden, false));
        return this;
    }

    public Assessments openTo(String person, String leadWorker) {
        open.add(new Assessment.OpenInvolvement(person, "Family Help", 2, leadWorker, "01632 960101", "avonford-council"));
        return this;
    }

    public Assessments note(String note) {
        notes.add(note);
        return this;
    }

    public Assessments unclocked() {
        clocked = false;
        return this;
    }

    public Assessments withoutRules() {
        ruleless = true;
        return this;
    }

    public Assessments beforeTheBell() {
        bell = true;
        return this;
    }

    public Assessments locality(String value) {
        locality = value;
        return this;
    }

    /** Everything in it is new evidence. */
    public Assessment news() {
        newEvidence = new HashSet<>();
        needs.forEach(need -> newEvidence.addAll(need.evidence()));
        harmTests.forEach(test -> newEvidence.addAll(test.evidence()));
        newEvidence.add("something new");
        return nothingNew();
    }

    /** The same, all of it seen before. */
    public Assessment nothingNew() {
        long groups = needs.stream().map(Need::group).distinct().count();
        int level = !harmTests.isEmpty() ? 4 : groups >= 3 ? 3 : groups >= 1 ? 2 : 1;
        Set<String> agencies = new TreeSet<>();
        needs.forEach(need -> agencies.add(need.agency()));
        harmTests.forEach(test -> agencies.add(test.agency()));
        return new Assessment(familyId, family, level, needs, harmTests, rules(level), newEvidence, clocked,
                !open.isEmpty() ? "ALREADY_OPEN" : level == 4 ? "FIRST_CONTACT" : "EARLY_HELP_ASSESSMENT", locality, bell, children, open,
                List.copyOf(agencies), List.of(), notes, null);
    }

    private List<RuleRef> rules(int level) {
        List<RuleRef> rules = new ArrayList<>();
        if (level == 4) {
            rules.add(new RuleRef("first-contact", 1));
        }
        if (level == 3) {
            rules.add(new RuleRef("level-3-multiple-needs", 4));
        }
        if (!ruleless && needs.stream().anyMatch(need -> !need.code().equals("SCHOOL_ABSENCE") || need.grade().equals("SEVERE"))) {
            rules.add(new RuleRef("stands-alone", 1));
        }
        return rules;
    }
}
