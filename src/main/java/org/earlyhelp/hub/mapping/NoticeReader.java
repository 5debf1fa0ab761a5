package org.earlyhelp.hub.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Role;

/** Reads one record of a layout into a notice: its reference and version, the people in it, the fact and free texts. Immutable and thread-safe. */
final class NoticeReader {
    private final SourceFormat format;
    private final List<MeantWhen> only = new ArrayList<>();
    private final List<ReferenceTemplate> references = new ArrayList<>();
    private final FieldReader<Integer> recordVersion;
    private final FieldReader<Instant> observedAt;
    private final PeopleReader people;
    private final List<Role> needs;
    private final FactReader fact;
    private final Map<String, FieldReader<String>> freeText = new LinkedHashMap<>();

    private record MeantWhen(Condition condition, String field, String message) {
    }

    /** Compiles the parts of the mapping that {@code root} declares; what is wrong in them is told to the compiler. */
    NoticeReader(Declaration root, SourceFormat format, FieldCompiler compiler) {
        this.format = format;
        root.at("only").items().forEach(item -> only.add(new MeantWhen(Condition.of(compiler, FieldCompiler.Scope.RECORD, item),
                compiler.senderName(FieldCompiler.Scope.RECORD, item.at("path").texts()), item.at("message").text(""))));
        root.at("reference").items().forEach(item -> references.add(ReferenceTemplate.of(compiler, item)));
        Map<String, Declaration> around = root.parts();
        recordVersion = compiler.field(FieldCompiler.Scope.RECORD, versionField(around), "version", FieldTypes.integer(1, Integer.MAX_VALUE));
        observedAt = compiler.field(FieldCompiler.Scope.RECORD, around, "observedAt", compiler.timestamp());
        people = new PeopleReader(compiler, root.at("people"), root.at("layouts"));
        needs = root.at("needs").texts().stream().map(Role::valueOf).toList();
        fact = FactReader.of(compiler, root.at("fact").text(""), root);
        Map<String, Declaration> texts = root.at("freeText").parts();
        texts.keySet().forEach(name -> freeText.put(name, compiler.field(FieldCompiler.Scope.RECORD, texts, name, FieldTypes.FREE_TEXT)));
    }

    PeopleReader people() {
        return people;
    }

    /** All fields that a reference may be put together from. */
    Stream<String> referenceFields() {
        return references.stream().flatMap(reference -> reference.fields().stream());
    }

    /** The record as a notice, judged at {@code time}; rejected when it is none that is meant, or one that cannot be used. */
    MappingResult read(SourceRecord record, MappingTime time) {
        Reading reading = new Reading(record, time);
        Notice notice = isMeant(record, reading) ? notice(record, reading) : null;
        return notice == null || reading.isRejected() ? new MappingResult.Rejected(record.at(), reading.faults())
                : new MappingResult.Mapped(record.at(), notice, reading.faults());
    }

    private boolean isMeant(SourceRecord record, Reading reading) {
        for (MeantWhen condition : only) {
            if (!Condition.isTrue(condition.condition, record)) {
                reading.reject(condition.field, "UNKNOWN_CODE", condition.message, "See the layout in /help/.");
                return false;
            }
        }
        return true;
    }

    private Notice notice(SourceRecord record, Reading reading) {
        String reference = sourceRef(record, reading);
        Integer stated = recordVersion.read(record, reading);
        Instant observed = observedAt.read(record, reading);
        PeopleReader.People mentioned = people.read(record, reading);
        if (!needs.isEmpty() && !mentioned.include(needs)) {
            rejectNobody(reading);
        }
        Fact stating = fact.read(record, mentioned, reading);
        Map<String, String> texts = texts(record, reading);
        return reference == null || stating == null || reading.isRejected() ? null
                : new Notice(reference, stated == null ? 1 : stated, isCorrection(stating), observed, mentioned.mentions(), stating,
                        texts, reading.recordNotes());
    }

    private String sourceRef(SourceRecord record, Reading reading) {
        for (ReferenceTemplate template : references) {
            Optional<String> reference = template.build(record);
            if (reference.isPresent()) {
                return reference.get();
            }
        }
        String field = references.get(0).firstAbsent(record);
        reading.reject(format.nameWithin("", field), "MISSING_FIELD", "The record has no usable reference; it is refused.",
                "Send the fields of the reference, together at most " + ReferenceTemplate.LIMIT_CHARACTERS + " characters.");
        return null;
    }

    private void rejectNobody(Reading reading) {
        String who = needs.get(0) == Role.CHILD || needs.get(0) == Role.PUPIL ? "child" : "person";
        reading.reject(people.fieldOf(needs.get(0)), "MISSING_FIELD", "The notice names no " + who + ".", "Send the " + who + "'s name or reference.");
    }

    private Map<String, String> texts(SourceRecord record, Reading reading) {
        Map<String, String> texts = new LinkedHashMap<>();
        freeText.forEach((name, field) -> {
            String text = field.read(record, reading);
            if (text != null) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private static boolean isCorrection(Fact fact) {
        return fact instanceof MissingReport missing && missing.kind() == MissingReport.Kind.CORRECTION
                || fact instanceof DomesticAbuseReferral referral && referral.kind() == DomesticAbuseReferral.Kind.CORRECTION;
    }

    private static Map<String, Declaration> versionField(Map<String, Declaration> around) {
        return around.containsKey("recordVersion") ? Map.of("version", around.get("recordVersion")) : Map.of();
    }
}
