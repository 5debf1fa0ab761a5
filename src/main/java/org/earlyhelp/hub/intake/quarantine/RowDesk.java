package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLimits;
import org.earlyhelp.hub.intake.Corrections;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Attempt;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.QuarantinedRow.Correction;
import org.earlyhelp.hub.intake.QuarantinedRow.Group;
import org.earlyhelp.hub.intake.QuarantinedRow.Kind;
import org.earlyhelp.hub.intake.quarantine.Reread.Standing;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.mapping.MappedField;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.PiecedText;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.mapping.RowReading;
import org.springframework.stereotype.Component;

/** Refused rows one by one and what they hold. Logs nothing: whoever shows it asks the disclosure desk. */
@Component
public class RowDesk {
    /** What refuses a whole file and may be a matter of its layout or agreement. */
    private static final Set<String> BY_LAYOUT = Set.of("BAD_HEADER", "BAD_ENCODING", "NOT_AGREED", "TOO_MANY_BAD_ROWS", "TRAILER_MISSING", "TRAILER_MISMATCH");
    private static final String WHOLE_FILE = "This is no single row: the file is run again whole, once its layout or agreement is mended, or the sender sends it again.";
    private static final String AGAIN_WHOLE = "This is no single row: nobody can tell where a record of this file begins and ends. Its sender must send the file again.";
    private static final String BREAK = "From here on nobody can tell where a record begins and ends, so nothing of it is mended here. Its sender must send the file again.";
    private final QuarantineStore quarantine;
    private final DeliveryStore deliveries;
    private final CorrectionStore corrections;
    private final Reread reread;

    RowDesk(QuarantineStore quarantine, DeliveryStore deliveries, CorrectionStore corrections, Reread reread) {
        this.quarantine = quarantine;
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.reread = reread;
    }

    /** The content of a row, or why it cannot be shown. */
    public sealed interface Opened {
        /**
         * Personal data, for whoever may see it.
         *
         * @param mapping   the layout in force now
         * @param fields    what the layout reads, corrections included
         * @param corrected the keys of fields that are corrected
         * @param judged    what the layout makes of it now: no line is of severity error when it would be taken
         * @param broken    the text of a row that cannot be read as it was sent; null where it can
         */
        record Content(String mapping, List<ReadField> fields, List<String> corrected, List<DeliveryError> judged, BrokenText broken) implements Opened {
            /** Whether a run would take the row as it stands. */
            public boolean wouldBeTaken() {
                return judged.stream().allMatch(DeliveryError::warning);
            }
        }

        /** {@code why} is one sentence. */
        record Closed(String why) implements Opened {
        }
    }

    /** Open rows by feed and reason, the most first. */
    public List<Group> groups() {
        return quarantine.groups();
    }

    /** Open rows of that choice, file by file in the order of each, at most {@code limit}. */
    public List<QuarantinedRow> open(Choice choice, int limit) {
        return quarantine.open(choice, limit);
    }

    /** How many rows of that choice are open. */
    public long countOpen(Choice choice) {
        return quarantine.countOpen(choice);
    }

    /** A row or whole file, whatever became of it. */
    public Optional<QuarantinedRow> row(long id) {
        return quarantine.row(id);
    }

    /** Every row of a delivery, open or not, in the order of the file. */
    public List<QuarantinedRow> ofDelivery(long deliveryId, int limit) {
        return quarantine.ofDelivery(deliveryId, limit);
    }

    /** How the row was corrected, the newest first, without what was written. */
    public List<Correction> history(long row) {
        return corrections.history(row);
    }

    /** Each time the row was run, the newest first. */
    public List<Attempt> attempts(long row) {
        return quarantine.attempts(row);
    }

    /** Reads the row again from its raw copy, with the corrections that stand. */
    public Opened content(QuarantinedRow row) {
        return content(row, open -> open);
    }

    /** The row as it was sent. */
    Opened sent(QuarantinedRow row) {
        return content(row, open -> new Standing.Open(open.delivery(), open.feed(), open.time(), Corrections.NONE));
    }

    private Opened content(QuarantinedRow row, UnaryOperator<Standing.Open> as) {
        if (row.kind().needsWholeFile()) {
            return new Opened.Closed(row.kind() == Kind.REST ? BREAK : BY_LAYOUT.contains(row.code()) ? WHOLE_FILE : AGAIN_WHOLE);
        }
        Standing standing = reread.standing(deliveries.find(row.receipt()).orElseThrow());
        if (standing instanceof Standing.Closed closed) {
            return new Opened.Closed(closed.why());
        }
        Standing.Open open = as.apply((Standing.Open) standing);
        Optional<Reread.Place> place = reread.placeOf(open, row);
        if (place.isPresent() && place.get().sent() instanceof SourceItem.Row found) {
            return readable(row, open, found);
        }
        return place.isPresent() && place.get().sent() instanceof SourceItem.BadRow bad ? broken(row, open, bad, place.get().items())
                : new Opened.Closed("The layout in force now finds no such row there. Run the whole delivery again.");
    }

    private Opened readable(QuarantinedRow row, Standing.Open open, SourceItem.Row found) {
        Map<String, String> corrections = open.corrections().of(row.record());
        RowReading reading = RowReading.of(open.feed().mapping(), found.source(), corrections, open.time());
        return new Opened.Content(open.feed().mapping().reference(), reading.fields(), List.copyOf(corrections.keySet()), errors(open, List.of(found)), null);
    }

    /** Its text stands for it, and once that can be read, its fields too. */
    private Opened broken(QuarantinedRow row, Standing.Open open, SourceItem.BadRow sent, List<SourceItem> items) {
        Mapping mapping = open.feed().mapping();
        String mended = open.corrections().wholes().get(row.record());
        String text = mended == null ? sent.text() : mended;
        if (text == null) {
            return new Opened.Closed("This row cannot be read, and is longer than " + SourceLimits.MENDED_LIMIT_CHARACTERS
                    + " characters or at fault in what stands before all rows: it is not mended here. Its sender must send it again.");
        }
        return new Opened.Content(mapping.reference(), fields(mapping, items, open), List.of(), errors(open, items),
                new BrokenText(text, mended != null, PiecedText.of(mapping, text), classes(mapping)));
    }

    private static List<ReadField> fields(Mapping mapping, List<SourceItem> items, Standing.Open open) {
        List<ReadField> fields = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String ordinal = i == 0 ? "" : ", record " + (i + 1);
            if (items.get(i) instanceof SourceItem.Row row) {
                RowReading.of(mapping, row.source(), Map.of(), open.time()).fields()
                        .forEach(field -> fields.add(new ReadField(field.key() + ordinal, field.name() + ordinal, field.text(), field.dataClass())));
            }
        }
        return fields;
    }

    private List<DeliveryError> errors(Standing.Open open, List<SourceItem> items) {
        return reread.judged(items, open).stream().flatMap(judged -> judged.errors().stream()).toList();
    }

    private static Set<String> classes(Mapping mapping) {
        return Stream.concat(Stream.of("FREE_TEXT"), mapping.fields().stream().map(MappedField::dataClass)).collect(Collectors.toSet());
    }
}
