package org.earlyhelp.hub.web.casework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.Purpose;

/** What a caller said, as somebody typed it; "" for what was left empty. Sent by POST only: it is personal data. */
public record LookUpForm(String caller, String purpose, String surname, String forename, String day, String month, String year) {
    private static final int CALLER_LIMIT_CHARACTERS = 200;
    private static final int NAME_LIMIT_CHARACTERS = 100;
    private static final int FORENAME_LEAST_CHARACTERS = 2;
    static final Map<String, Purpose> PURPOSES = Map.of("early-help", Purpose.EARLY_HELP, "safeguarding", Purpose.SAFEGUARDING);

    static LookUpForm of(Map<String, String> sent) {
        return new LookUpForm(text(sent, "caller"), text(sent, "purpose"), text(sent, "surname"), text(sent, "forename"), text(sent, "day"), text(sent, "month"),
                text(sent, "year"));
    }

    /** All that is wrong with it, in the order of the form; what is typed is not repeated. */
    List<DecisionForm.Fault> faults() {
        List<DecisionForm.Fault> faults = new ArrayList<>();
        addIf(faults, caller.isEmpty(), "caller", "Say who is asking");
        addIf(faults, caller.length() > CALLER_LIMIT_CHARACTERS, "caller", "Who is asking must be 200 characters or fewer");
        addIf(faults, !PURPOSES.containsKey(purpose), "purpose-early-help", "Choose what it is for");
        addIf(faults, surname.isEmpty(), "surname", "Enter the child's surname");
        addIf(faults, surname.length() > NAME_LIMIT_CHARACTERS, "surname", "The surname must be 100 characters or fewer");
        addIf(faults, forename.length() > NAME_LIMIT_CHARACTERS, "forename", "The forename must be 100 characters or fewer");
        addIf(faults, hasDate() && born() == null, "day", "Enter a real date of birth, such as 27 3 2014");
        addIf(faults, !hasDate() && forename.length() < FORENAME_LEAST_CHARACTERS, "forename", "Enter a forename or a date of birth");
        return faults;
    }

    /** The date of birth; null where none, or none that is one, was given. */
    LocalDate born() {
        try {
            return isDigits(day) && isDigits(month) && year.matches("[0-9]{4}") ? LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What to put right about a field or the first of its choices; null for nothing. */
    static String fault(List<DecisionForm.Fault> faults, String field) {
        return faults.stream().filter(fault -> fault.field().equals(field) || fault.field().startsWith(field + "-")).map(DecisionForm.Fault::message).findFirst().orElse(null);
    }

    private boolean hasDate() {
        return !(day + month + year).isEmpty();
    }

    private static boolean isDigits(String text) {
        return text.matches("[0-9]{1,2}");
    }

    private static void addIf(List<DecisionForm.Fault> faults, boolean wrong, String field, String message) {
        if (wrong) {
            faults.add(new DecisionForm.Fault(field, message));
        }
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\0", "").strip();
    }

    /** Never print what was typed. */
    @Override
    public String toString() {
        return "look-up form";
    }
}
