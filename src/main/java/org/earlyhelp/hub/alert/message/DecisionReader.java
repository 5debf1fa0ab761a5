package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.London;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a decision message. Unknown fields are ignored; what is wrong is told by field name, never by value. Pure. */
public final class DecisionReader {
    /** Longest message taken, in characters. */
    public static final int MESSAGE_LIMIT_CHARACTERS = 65_536;
    private static final int TEXT_LIMIT_CHARACTERS = 4_000;
    private static final int NAME_LIMIT_CHARACTERS = 200;
    private static final int NESTING_LIMIT = 20;
    private static final Pattern ALERT = Pattern.compile("A-[0-9]{4}-[0-9]{6,12}");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(NESTING_LIMIT).build()).build()).build();

    private DecisionReader() {
    }

    /** What came of reading. */
    public sealed interface Reading {
        /** A decision whose fields are right by themselves; whether it fits its alert is not known yet. */
        record Read(Decision decision) implements Reading {
        }

        /** {@code reason} is a code such as BAD_JSON; {@code field} the field at fault or null. */
        record Unreadable(String reason, String field) implements Reading {
        }
    }

    /** Reads the text of a message. */
    public static Reading read(String text) {
        if (text.length() > MESSAGE_LIMIT_CHARACTERS) {
            return new Reading.Unreadable("TOO_LARGE", null);
        }
        try {
            JsonNode root = MAPPER.readTree(text);
            return root.isObject() ? new Reading.Read(decision(root)) : new Reading.Unreadable("BAD_JSON", null);
        } catch (JacksonException e) {
            return new Reading.Unreadable("BAD_JSON", null);
        } catch (FieldFault e) {
            return new Reading.Unreadable(e.reason, e.getMessage());
        }
    }

    /** The alert that a message which may be rubbish names; null when none can be read. */
    public static String alertNamedIn(String text) {
        if (text == null || text.length() > MESSAGE_LIMIT_CHARACTERS) {
            return null;
        }
        try {
            JsonNode root = MAPPER.readTree(text);
            String named = root.path("alert").asString(root.path("data").path("alert").asString(""));
            return ALERT.matcher(named).matches() ? named : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Decision decision(JsonNode root) {
        Decision.Action action = required("action", choice(root, "action", Decision.Action.class, "UNKNOWN_ACTION"));
        Outcome outcome = action == Decision.Action.OUTCOME ? required("outcome", choice(root, "outcome", Outcome.class, "BAD_FIELD")) : null;
        Decision.Feedback feedback = action == Decision.Action.FEEDBACK
                ? required("feedback", choice(root, "feedback", Decision.Feedback.class, "BAD_FIELD")) : null;
        return new Decision(required("id", text(root, "id", NAME_LIMIT_CHARACTERS)), required("alert", text(root, "alert", NAME_LIMIT_CHARACTERS)),
                required("alertVersion", number(root, "alertVersion", 1, Integer.MAX_VALUE)), action, outcome, feedback,
                number(root, "level", 1, 4), text(root, "reason", TEXT_LIMIT_CHARACTERS), required("by", text(root, "by", NAME_LIMIT_CHARACTERS)),
                at(root), text(root, "leadPractitioner", NAME_LIMIT_CHARACTERS),
                choice(root, "familyTold", Decision.FamilyTold.class, "BAD_FIELD"), choice(root, "familyAgrees", Decision.FamilyAgrees.class, "BAD_FIELD"));
    }

    private static String text(JsonNode root, String field, int limit) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || node.stringValue().isBlank() || node.stringValue().length() > limit || node.stringValue().indexOf('\0') >= 0) {
            throw new FieldFault("BAD_FIELD", field);
        }
        return node.stringValue();
    }

    private static Integer number(JsonNode root, String field, int least, int most) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            throw new FieldFault("BAD_FIELD", field);
        }
        return node.intValue();
    }

    private static <E extends Enum<E>> E choice(JsonNode root, String field, Class<E> values, String reason) {
        String text = text(root, field, NAME_LIMIT_CHARACTERS);
        if (text == null) {
            return null;
        }
        for (E value : values.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new FieldFault(reason, field);
    }

    /** ISO 8601; without an offset it is the borough's civil time. */
    private static Instant at(JsonNode root) {
        String text = required("at", text(root, "at", NAME_LIMIT_CHARACTERS));
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            return localAt(text);
        }
    }

    private static Instant localAt(String text) {
        try {
            return London.instantOf(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            throw new FieldFault("BAD_FIELD", "at");
        }
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw new FieldFault("MISSING_FIELD", field);
        }
        return value;
    }

    /** Carries the first fault out of the reading; never leaves this class. */
    private static final class FieldFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        FieldFault(String reason, String field) {
            super(field, null, false, false);
            this.reason = reason;
        }
    }
}
