package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.format.TextFault;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * Reads one declared field from a record: finds its text, makes a value of it, and does with a fault what the
 * mapping says. Immutable and thread-safe.
 *
 * @param <T> the kind of value
 */
final class FieldReader<T> {
    /** What must hold of a field, and what a fault does. */
    record Rule(boolean required, boolean rejects, boolean checksText, String notBefore, String notAfter, boolean remembered) {
    }

    private static final FieldReader<?> ABSENT = new FieldReader<>(null, null, null);

    private final FieldSource source;
    private final Rule rule;
    private final ValueType<T> type;

    FieldReader(FieldSource source, Rule rule, ValueType<T> type) {
        this.source = source;
        this.rule = rule;
        this.type = type;
    }

    /** A field that the mapping does not declare: always null. */
    @SuppressWarnings("unchecked")
    static <T> FieldReader<T> absent() {
        return (FieldReader<T>) ABSENT;
    }

    boolean isDeclared() {
        return source != null;
    }

    /** The sender's own name of the field; null when it is not declared. */
    String senderName() {
        return source == null ? null : source.senderName();
    }

    /** The value; null when absent, or dropped with a warning, or when the record is rejected for it. */
    T read(SourceRecord record, Reading reading) {
        if (source == null) {
            return null;
        }
        String text = source.text(record);
        if (text == null && rule.required) {
            reading.reject(source.senderName(), "MISSING_FIELD", "The " + label() + " is missing; the record is refused.", "Send the " + label() + ".");
        }
        return text == null ? null : parsed(text, reading);
    }

    /** All values of a repeating field, those with a fault dropped; null when no list is stated. */
    List<T> readAll(SourceRecord record, Reading reading) {
        if (source == null) {
            return null;
        }
        List<String> texts = source.texts(record);
        if (texts.isEmpty()) {
            return source.isStated(record) ? List.of() : null;
        }
        List<T> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            T value = parsed(text, reading);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Whether the sender asks to delete the value here. */
    boolean isErased(SourceRecord record) {
        return source != null && source.isErased(record);
    }

    /** Reports a fault that only the fact as a whole can see, with the field's own consequence; the value is lost. */
    void fault(Reading reading, String code, String reason) {
        fault(reading, code, reason, fix(code));
    }

    /** As {@link #fault(Reading, String, String)}, where the fact also knows what to send instead. */
    void fault(Reading reading, String code, String reason, String fix) {
        boolean rejects = rule.rejects && !code.equals("BAD_CHECK_DIGIT");
        String message = "The " + label() + " is not usable: " + reason + "; ";
        if (rejects) {
            reading.reject(source.senderName(), code, message + "the record is refused.", fix);
        } else {
            reading.warn(source.senderName(), code, message + "the record is taken without it.", fix);
            reading.note(label() + " not usable");
        }
    }

    private String fix(String code) {
        return switch (code) {
            case "DATE_IN_FUTURE" -> "Check the date: it must not be in the future.";
            case "DATE_ORDER" -> "Check both dates.";
            case "UNKNOWN_CODE" -> "Send " + type.expected() + "; /help/ lists them.";
            case "CONTROL_CHARACTER" -> "Remove the character and send the record again.";
            default -> "Send " + type.expected() + ".";
        };
    }

    private T parsed(String text, Reading reading) {
        Optional<TextFault> unfit = rule.checksText ? TextFault.of(text) : Optional.empty();
        if (unfit.isPresent()) {
            fault(reading, unfit.get().code(), unfit.get().reason());
            return null;
        }
        Parsed<T> parsed = type.parse(text, reading.time());
        if (parsed instanceof Parsed.Bad<T> bad) {
            fault(reading, bad.code(), lowered(bad.reason()));
            return null;
        }
        T value = ((Parsed.Good<T>) parsed).value();
        return rule.remembered && !isInOrder((Comparable<?>) value, reading) ? null : value;
    }

    private boolean isInOrder(Comparable<?> date, Reading reading) {
        if (isBefore(date, reading.remembered(rule.notBefore)) || isBefore(reading.remembered(rule.notAfter), date)) {
            String other = rule.notBefore != null && isBefore(date, reading.remembered(rule.notBefore))
                    ? "before the " + Places.labelOf(rule.notBefore) : "after the " + Places.labelOf(rule.notAfter);
            fault(reading, "DATE_ORDER", "it lies " + other);
            return false;
        }
        reading.remember(source.place(), date);
        return true;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean isBefore(Comparable<?> one, Comparable<?> other) {
        return one != null && other != null && one.getClass() == other.getClass() && ((Comparable) one).compareTo(other) < 0;
    }

    private String label() {
        return Places.labelOf(source.place());
    }

    private static String lowered(String sentence) {
        String reason = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean acronym = reason.length() > 1 && Character.isUpperCase(reason.charAt(1));
        return acronym ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
