package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.web.Viewer;

/**
 * A decision as somebody typed it; "" for what was left empty.
 *
 * @param id      given by the page, so that a form sent twice counts once
 * @param version the version of the alert that was before them
 */
public record DecisionForm(String id, int version, String outcome, String reason, String lead, String told, String agrees, String whyNot, String words, String level) {
    static final int TEXT_LIMIT_CHARACTERS = 4_000;
    static final int NAME_LIMIT_CHARACTERS = 200;
    private static final Set<String> LEVELS = Set.of("", "1", "2", "3", "4");
    private static final String ID = "[0-9A-HJKMNP-TV-Z]{26}";

    /** Something to put right, and where. */
    public record Fault(String field, String message) {
    }

    /** An empty form for that version. */
    static DecisionForm blank(int version, HubClock clock) {
        return new DecisionForm(Ids.ulid(clock), version, "", "", "", "", "", "", "", "");
    }

    /** As it was sent. A version that is no number is that of no alert: the form is refused as old. */
    static DecisionForm of(Map<String, String> sent) {
        String version = sent.getOrDefault("version", "");
        return new DecisionForm(text(sent, "id"), version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0, text(sent, "outcome"), text(sent, "reason"),
                text(sent, "lead"), text(sent, "told"), text(sent, "agrees"), text(sent, "whyNot"), text(sent, "words"), text(sent, "level"));
    }

    /** The same with a version and an id of now: what was typed stays. */
    DecisionForm renewed(int now, HubClock clock) {
        return new DecisionForm(Ids.ulid(clock), now, outcome, reason, lead, told, agrees, whyNot, words, level);
    }

    boolean isWhole() {
        return id.matches(ID);
    }

    /** All that is wrong with it, in the order of the form. Another level is for managers to set. */
    List<Fault> faults(Viewer viewer) {
        List<Fault> faults = new ArrayList<>();
        addIf(faults, !DecisionChoices.OUTCOMES.containsKey(outcome), "outcome-UNIVERSAL", "Choose what happens next");
        addIf(faults, reason.isEmpty(), "reason", "Give the reason for the decision");
        addIf(faults, reason.length() > TEXT_LIMIT_CHARACTERS, "reason", "The reason must be 4,000 characters or fewer");
        boolean needsLead = outcome.equals("EMERGING") || outcome.equals("INTENSIVE");
        addIf(faults, needsLead && lead.isEmpty(), "lead", "Name the lead practitioner, or write that none is named yet");
        addIf(faults, lead.length() > NAME_LIMIT_CHARACTERS, "lead", "The lead practitioner must be 200 characters or fewer");
        addIf(faults, !DecisionChoices.TOLD.containsKey(told), "told-YES", "Say whether the family has been told");
        addIf(faults, !DecisionChoices.AGREES.containsKey(agrees), "agrees-YES", "Say whether the family agrees");
        addIf(faults, isAnswered() && !(told.equals("YES") && agrees.equals("YES")) && whyNot.isEmpty(), "whyNot", "Say why the family has not been told or does not agree");
        addIf(faults, whyNot.length() > TEXT_LIMIT_CHARACTERS, "whyNot", "Why not must be 4,000 characters or fewer");
        addIf(faults, words.length() > TEXT_LIMIT_CHARACTERS, "words", "The child's words must be 4,000 characters or fewer");
        addIf(faults, !LEVELS.contains(level), "level", "Choose a level from the list");
        addIf(faults, !level.isEmpty() && !viewer.mayOverride(), "outcome-UNIVERSAL", "Only a manager sets another level: send the decision without it");
        return faults;
    }

    private boolean isAnswered() {
        return DecisionChoices.TOLD.containsKey(told) && DecisionChoices.AGREES.containsKey(agrees);
    }

    /** The decision; only of a form without faults. */
    Decision decision(String alert, Viewer viewer, Instant now) {
        return new Decision(id, alert, version, Decision.Action.OUTCOME, Outcome.valueOf(outcome), null, level.isEmpty() ? null : Integer.valueOf(level), reason,
                viewer.account(), now, lead.isEmpty() ? null : lead, Decision.FamilyTold.valueOf(told), Decision.FamilyAgrees.valueOf(agrees));
    }

    /** What is kept sealed beside it. */
    Map<String, String> sealedWords() {
        Map<String, String> sealed = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            sealed.put("childsWords", words);
        }
        if (!whyNot.isEmpty()) {
            sealed.put("whyNot", whyNot);
        }
        return sealed;
    }

    /** Never print what was typed: it may name somebody. */
    @Override
    public String toString() {
        return "decision form " + id;
    }

    private static void addIf(List<Fault> faults, boolean wrong, String field, String message) {
        if (wrong) {
            faults.add(new Fault(field, message));
        }
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\0", "").strip();
    }
}
