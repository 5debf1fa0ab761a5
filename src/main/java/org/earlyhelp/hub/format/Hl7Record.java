package org.earlyhelp.hub.format;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One HL7 message, or one of its segments: then a path into a segment of that name means this one, and all other
 * paths still lead into the message.
 */
final class Hl7Record implements SourceRecord {
    private static final String DELETED = "\"\"";
    /** Paths come from mappings alone, so there are few. */
    private static final Map<String, Hl7Path> PATHS = new ConcurrentHashMap<>();

    private final SourceLocation at;
    private final Map<String, List<Segment>> message;
    private final Segment own;

    /** {@code own}: the segment of this part; null for the whole message. */
    Hl7Record(SourceLocation at, Map<String, List<Segment>> message, Segment own) {
        this.at = at;
        this.message = message;
        this.own = own;
    }

    @Override
    public SourceLocation at() {
        return at;
    }

    @Override
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        for (String raw : raw(path)) {
            String text = Texts.stripped(raw);
            if (text != null && !text.equals(DELETED)) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Override
    public List<SourceRecord> parts(String path) {
        return segments(path(path)).stream().<SourceRecord>map(segment -> new Hl7Record(at, message, segment)).toList();
    }

    @Override
    public boolean isErased(String path) {
        return raw(path).contains(DELETED);
    }

    private List<String> raw(String text) {
        Hl7Path path = path(text);
        List<String> raw = new ArrayList<>();
        for (Segment segment : segments(path)) {
            if (path.field() > 0 && path.field() <= segment.numFields()) {
                for (Type repetition : repetitions(segment, path.field())) {
                    if (path.conditions().stream().allMatch(condition -> holds(condition, repetition))) {
                        raw.add(value(repetition, path.component(), path.sub()));
                    }
                }
            }
        }
        return raw;
    }

    private List<Segment> segments(Hl7Path path) {
        return own != null && own.getName().equals(path.segment()) ? List.of(own) : message.getOrDefault(path.segment(), List.of());
    }

    private static boolean holds(Hl7Path.Condition condition, Type repetition) {
        String value = Texts.stripped(value(repetition, condition.component(), 1));
        boolean listed = condition.values().contains(value == null || value.equals(DELETED) ? "" : value);
        return listed != condition.negated();
    }

    private static String value(Type repetition, int component, int sub) {
        String value = Terser.getPrimitive(repetition, component, sub).getValue();
        return value == null ? "" : value;
    }

    private static Type[] repetitions(Segment segment, int field) {
        try {
            return segment.getField(field);
        } catch (HL7Exception e) {
            return new Type[0];
        }
    }

    private static Hl7Path path(String text) {
        return PATHS.computeIfAbsent(text, Hl7Path::parse);
    }
}
