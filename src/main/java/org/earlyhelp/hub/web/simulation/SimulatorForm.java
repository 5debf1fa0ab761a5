package org.earlyhelp.hub.web.simulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/**
 * May X see Y of Z on a day: the question as somebody typed it; "" for what was left empty.
 *
 * @param recipient as an agreement names it: {@code role front-door}, {@code queue frontdoor.early-help}
 * @param agency    whose data, {@code hub} for what the hub works out; empty for everybody's
 * @param person    a P- reference whose protection counts; empty for nobody in particular
 * @param fields    names of fields, separated by spaces; empty for the class as such
 * @param level     0 to 4
 */
public record SimulatorForm(String recipient, String purpose, String agency, String person, Set<String> classes, String fields, String day, String level,
                            boolean reason, boolean placeHidden, boolean sealed, boolean alleged) {
    static final int FIELDS_LIMIT = 20;
    private static final String FIELD = "[A-Za-z][A-Za-z0-9._]{0,59}";
    private static final String PERSON = "P-[A-Z0-9]{6}";
    private static final String RECIPIENT = "(role|queue|agency|export|subject) [a-z][a-z0-9.-]{1,59}";

    public SimulatorForm {
        classes = Set.copyOf(classes);
    }

    /** As a page or a program sends it: names to lists of text; what is missing is empty. */
    static SimulatorForm of(Map<String, List<String>> sent) {
        return new SimulatorForm(first(sent, "recipient"), first(sent, "purpose"), first(sent, "agency"), first(sent, "person").toUpperCase(Locale.ROOT),
                Set.copyOf(sent.getOrDefault("class", List.of())), first(sent, "fields"), first(sent, "day"), first(sent, "level"),
                sent.containsKey("reason"), sent.containsKey("placeHidden"), sent.containsKey("sealed"), sent.containsKey("alleged"));
    }

    /** What is wrong with it, by field; empty when it can be answered. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        addIf(faults, !recipient.matches(RECIPIENT), "recipient", "Choose who would see it");
        addIf(faults, Arrays.stream(Purpose.values()).noneMatch(one -> one.name().equals(purpose)), "purpose", "Choose what it would be for");
        addIf(faults, !person.isEmpty() && !person.matches(PERSON), "person", "A person's reference looks like P-7Q2MXA; leave it empty for nobody in particular");
        addIf(faults, dataClasses().isEmpty() || dataClasses().size() < classes.size(), "class", "Choose at least one kind of data from the list");
        addIf(faults, fieldNames().size() > FIELDS_LIMIT || fieldNames().stream().anyMatch(field -> !field.matches(FIELD)), "fields",
                "Name at most " + FIELDS_LIMIT + " fields, such as postcode, with spaces between them");
        addIf(faults, !day.isEmpty() && date() == null, "day", "Enter a day as year, month and day, such as 2026-11-23");
        addIf(faults, !level.matches("[0-4]?"), "level", "A level is 1 to 4, or none");
        return faults;
    }

    Recipient to() {
        String[] parts = recipient.split(" ");
        return new Recipient(Recipient.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], null);
    }

    Set<DataClass> dataClasses() {
        Set<DataClass> chosen = EnumSet.noneOf(DataClass.class);
        Arrays.stream(DataClass.values()).filter(one -> classes.contains(one.name())).forEach(chosen::add);
        return chosen;
    }

    List<String> fieldNames() {
        return fields.isBlank() ? List.of() : new ArrayList<>(List.of(fields.strip().split("\\s+")));
    }

    /** The day; null for none or one that is none. */
    LocalDate date() {
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    int levelNumber() {
        return level.isEmpty() ? 0 : Integer.parseInt(level);
    }

    private static void addIf(Map<String, String> faults, boolean wrong, String field, String message) {
        if (wrong) {
            faults.put(field, message);
        }
    }

    private static String first(Map<String, List<String>> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0) == null ? "" : values.get(0).strip();
    }
}
