package org.earlyhelp.hub.intake.take;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow.Kind;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.RowFault;
import org.earlyhelp.hub.mapping.RowReading;
import org.earlyhelp.hub.person.Notice;

/**
 * What a feed's layout makes of one item of a file.
 *
 * @param notice  null when it is refused
 * @param refused null when it is taken
 * @param errors  lines for the receipt, errors and warnings
 */
public record Judged(SourceLocation at, Notice notice, Refused refused, List<DeliveryError> errors) {
    /** Judges the item; {@code corrections} as {@link RowReading} takes them, none for what was sent. */
    public static Judged of(SourceItem item, Feed feed, Map<String, String> corrections, MappingTime time) {
        if (item instanceof SourceItem.Row row) {
            return of(RowReading.apply(feed.mapping(), row.source(), corrections, time)).heldTo(feed.own());
        }
        return item instanceof SourceItem.BadRow bad ? refused(Kind.BROKEN, bad.at(), bad.field(), bad.code(), bad.message(), bad.fix())
                : refused((SourceItem.Stop) item);
    }

    /** Whether the record became a notice. */
    public boolean isTaken() {
        return notice != null;
    }

    /** How many of the lines are warnings. */
    public long warnings() {
        return errors.stream().filter(DeliveryError::warning).count();
    }

    private static Judged of(MappingResult result) {
        List<DeliveryError> errors = result.faults().stream().map(fault -> new DeliveryError(fault.at().line(), fault.at().record(), fault.field(), fault.code(),
                fault.severity() == RowFault.Severity.WARNING, fault.message(), fault.fix())).toList();
        if (result instanceof MappingResult.Mapped mapped) {
            return new Judged(result.at(), mapped.notice(), null, errors);
        }
        DeliveryError why = errors.stream().filter(error -> !error.warning()).findFirst().orElseThrow();
        return new Judged(result.at(), null, new Refused(Kind.ROW, result.at().line(), result.at().record(), why.field(), why.code()), errors);
    }

    /** A row that is somebody else's is refused, however good it is. */
    private Judged heldTo(OwnRows own) {
        Optional<DeliveryError> other = isTaken() ? own.refusal(at, notice) : Optional.empty();
        return other.map(error -> new Judged(at, null, new Refused(Kind.ROW, at.line(), at.record(), error.field(), error.code()),
                Stream.concat(errors.stream(), Stream.of(error)).toList())).orElse(this);
    }

    private static Judged refused(SourceItem.Stop stop) {
        return refused(Kind.REST, stop.at(), null, stop.code(), stop.message(), stop.fix());
    }

    private static Judged refused(Kind kind, SourceLocation at, String field, String code, String message, String fix) {
        return new Judged(at, null, new Refused(kind, at.line(), at.record(), field, code),
                List.of(new DeliveryError(at.line(), at.record(), field, code, false, message, fix)));
    }
}
