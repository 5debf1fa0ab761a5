package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.Instant;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Answer;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Kind;
import org.earlyhelp.hub.person.DomesticAbuseReferral.SafeContact;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Source;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Tool;
import org.earlyhelp.hub.person.Fact;

/** A domestic-abuse referral. Grade and ticks are taken as judged, never recomputed. */
final class DomesticAbuseReader implements FactReader {
    /** More ticks than any tool has questions are a slip. */
    private static final int MOST_TICKS = 100;

    private final FieldReader<Kind> kind;
    private final FieldReader<Source> source;
    private final FieldReader<Instant> occurredAt;
    private final FieldReader<String> toolName;
    private final FieldReader<String> toolVersion;
    private final FieldReader<Integer> toolTicks;
    private final FieldReader<Grade> toolGrade;
    private final FieldReader<String> judgedBy;
    private final FieldReader<Boolean> maracReferred;
    private final FieldReader<Answer> safeAnswer;
    private final FieldReader<String> safeHow;
    private final FieldReader<String> safeWhen;
    private final FieldReader<String> perpetratorIsTo;

    DomesticAbuseReader(FieldCompiler compiler, Map<String, Declaration> fields) {
        kind = compiler.field(RECORD, fields, "kind", FieldTypes.enumeration(Kind.class));
        source = compiler.field(RECORD, fields, "source", FieldTypes.enumeration(Source.class));
        occurredAt = compiler.field(RECORD, fields, "occurredAt", compiler.timestamp());
        toolName = compiler.field(RECORD, fields, "toolName", FieldTypes.TEXT);
        toolVersion = compiler.field(RECORD, fields, "toolVersion", FieldTypes.TEXT);
        toolTicks = compiler.field(RECORD, fields, "toolTicks", FieldTypes.integer(0, MOST_TICKS));
        toolGrade = compiler.field(RECORD, fields, "toolGrade", FieldTypes.enumeration(Grade.class));
        judgedBy = compiler.field(RECORD, fields, "judgedBy", FieldTypes.TEXT);
        maracReferred = compiler.field(RECORD, fields, "maracReferred", FieldTypes.BOOL);
        safeAnswer = compiler.field(RECORD, fields, "safeAnswer", FieldTypes.enumeration(Answer.class));
        safeHow = compiler.field(RECORD, fields, "safeHow", FieldTypes.TEXT);
        safeWhen = compiler.field(RECORD, fields, "safeWhen", FieldTypes.TEXT);
        perpetratorIsTo = compiler.field(RECORD, fields, "perpetratorIsTo", FieldTypes.TEXT);
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        Instant when = occurredAt.read(record, reading);
        if (when == null) {
            reading.reject(occurredAt.senderName(), "MISSING_FIELD", "The referral has no usable date; it is refused.", "Send when it happened.");
            return null;
        }
        Kind stated = kind.read(record, reading);
        return new DomesticAbuseReferral(stated == null ? Kind.INITIAL : stated, source.read(record, reading), when, tool(record, reading),
                Boolean.TRUE.equals(maracReferred.read(record, reading)), safeContact(record, reading), people.exposures(),
                perpetratorIsTo.read(record, reading));
    }

    private Tool tool(SourceRecord record, Reading reading) {
        Tool tool = new Tool(toolName.read(record, reading), toolVersion.read(record, reading), toolTicks.read(record, reading),
                toolGrade.read(record, reading), judgedBy.read(record, reading));
        return tool.equals(new Tool(null, null, null, null, null)) ? null : tool;
    }

    /** How to reach the victim without an answer whether it is safe reads as not known to be safe. */
    private SafeContact safeContact(SourceRecord record, Reading reading) {
        int faultsBefore = reading.faults().size();
        Answer answer = safeAnswer.read(record, reading);
        boolean unreadable = reading.faults().size() > faultsBefore;
        String how = safeHow.read(record, reading);
        String when = safeWhen.read(record, reading);
        boolean stated = answer != null || how != null || when != null || unreadable;
        return stated ? new SafeContact(answer == null ? Answer.UNKNOWN : answer, how, when) : null;
    }
}
