package org.earlyhelp.hub.web.casework;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.springframework.util.MultiValueMap;

/**
 * A decision not to share, as somebody typed it; "" for what was left empty.
 *
 * @param id     given by the page, so that a form sent twice counts once
 * @param about  a P- reference; empty for everyone of the family
 * @param agency with whom; empty for {@code other}
 */
record NotSharedForm(String id, String about, String agency, String other, Set<String> classes, String purpose, String ground, String reason) {
    static final int OTHER_LIMIT_CHARACTERS = 200;
    static final int REASON_LEAST_CHARACTERS = 15;
    static final int REASON_LIMIT_CHARACTERS = 500;
    static final List<Purpose> PURPOSES = List.of(Purpose.EARLY_HELP, Purpose.SAFEGUARDING);
    /** Why something is not shared, as guidance on information sharing has it. */
    static final List<String> GROUNDS = List.of("Sharing would be more harmful to the child than not sharing", "Sharing would put somebody at risk",
            "It is not necessary or not relevant for them", "No law or agreement allows it", "Whoever asked could not be checked", "Another reason, given below");

    static NotSharedForm of(MultiValueMap<String, String> sent) {
        return new NotSharedForm(text(sent, "id"), text(sent, "about"), text(sent, "agency"), text(sent, "other"), Set.copyOf(sent.getOrDefault("class", List.of())),
                text(sent, "purpose"), text(sent, "ground"), text(sent, "reason"));
    }

    static NotSharedForm blank(String id) {
        return new NotSharedForm(id, "", "", "", Set.of(), "", "", "");
    }

    /** What is wrong with it, by field; empty when it can be recorded. */
    Map<String, String> faults(Collection<String> people, Collection<String> agencies) {
        Map<String, String> faults = new LinkedHashMap<>();
        addIf(faults, !about.isEmpty() && !people.contains(about), "about", "Choose somebody of this family, or everyone");
        addIf(faults, !agency.isEmpty() && !agencies.contains(agency), "agency", "Choose an agency from the list, or somebody else");
        addIf(faults, agency.isEmpty() && other.isEmpty(), "other", "Say with whom it was not shared");
        addIf(faults, other.length() > OTHER_LIMIT_CHARACTERS, "other", "With whom must be 200 characters or fewer");
        addIf(faults, dataClasses().isEmpty() || dataClasses().size() < classes.size(), "class", "Choose at least one kind of data from the list");
        addIf(faults, PURPOSES.stream().noneMatch(one -> one.name().equals(purpose)), "purpose", "Choose what it would have been for");
        addIf(faults, !GROUNDS.contains(ground), "ground", "Choose why it was not shared");
        addIf(faults, reason.length() < REASON_LEAST_CHARACTERS, "reason", "Give the reason in a sentence");
        addIf(faults, reason.length() > REASON_LIMIT_CHARACTERS, "reason", "The reason must be 500 characters or fewer");
        return faults;
    }

    Set<DataClass> dataClasses() {
        Set<DataClass> chosen = EnumSet.noneOf(DataClass.class);
        Arrays.stream(DataClass.values()).filter(one -> classes.contains(one.name())).forEach(chosen::add);
        return chosen;
    }

    private static void addIf(Map<String, String> faults, boolean wrong, String field, String message) {
        if (wrong) {
            faults.putIfAbsent(field, message);
        }
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /** Never print what was typed. */
    @Override
    public String toString() {
        return "form of what was not shared";
    }
}
