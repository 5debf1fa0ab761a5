package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.TextFault;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Attempt;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.QuarantinedRow.Correction;
import org.earlyhelp.hub.intake.QuarantinedRow.Group;
import org.earlyhelp.hub.intake.QuarantinedRow.Kind;
import org.earlyhelp.hub.intake.QuarantinedRow.State;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.mapping.RowReading;
import org.springframework.stereotype.Component;

/** Refused rows one by one: what they hold, and what is corrected of them. Logs nothing: whoever shows it asks the disclosure desk. */
@Component
public class RowDesk {
    /** So many fields of a row may be corrected. */
    public static final int CORRECTIONS_LIMIT = 40;
    /** So long may a corrected text be. */
    public static final int TEXT_LIMIT_CHARACTERS = 200;
    private static final String NOT_OPEN = "This row is no longer open. Nothing was changed.";
    private final QuarantineStore quarantine;
    private final DeliveryStore deliveries;
    private final Reread reread;
    private final HubClock clock;

    RowDesk(QuarantineStore quarantine, DeliveryStore deliveries, Reread reread, HubClock clock) {
        this.quarantine = quarantine;
        this.deliveries = deliveries;
        this.reread = reread;
        this.clock = clock;
    }

    /** The content of a row, or why it cannot be read field by field. */
    public sealed interface Opened {
        /**
         * Personal data, for whoever may see it.
         *
         * @param mapping   the layout in force now
         * @param fields    what the layout reads, corrections included
         * @param corrected the keys of fields that are corrected
         * @param judged    what the layout makes of it now: no line is of severity error when it would be taken
         */
        record Content(String mapping, List<ReadField> fields, List<String> corrected, List<DeliveryError> judged) implements Opened {
            public boolean wouldBeTaken() {
                return judged.stream().allMatch(DeliveryError::warning);
            }
        }

        record Closed(String why) implements Opened {
        }
    }

    /** Whether a correction was kept; if not, why, as one sentence. */
    public sealed interface Answer {
        /** {@code fields}: the sender's names of what differs from what was sent. */
        record Kept(List<String> fields) implements Answer {
        }

        record Refused(String why) implements Answer {
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
        return quarantine.history(row);
    }

    /** Each time the row was run, the newest first. */
    public List<Attempt> attempts(long row) {
        return quarantine.attempts(row);
    }

    /** Reads the row again from its raw copy, with the corrections that stand. */
    public Opened content(QuarantinedRow row) {
        return content(row, null);
    }

    private Opened content(QuarantinedRow row, Map<String, String> instead) {
        if (row.kind() != Kind.ROW) {
            return new Opened.Closed(row.kind() == Kind.BROKEN ? "This row cannot be read as a row of its layout, so that no field of it can be told from another. The sender sends it again."
                    : "This is no single row: the file is run again whole, once its layout is mended, or the sender sends it again.");
        }
        Delivery delivery = deliveries.find(row.receipt()).orElseThrow();
        if (!(reread.standing(delivery) instanceof Reread.Standing.Open open)) {
            return new Opened.Closed(((Reread.Standing.Closed) reread.standing(delivery)).why());
        }
        Optional<SourceItem> item = reread.itemOf(open, row);
        if (item.isEmpty() || !(item.get() instanceof SourceItem.Row found)) {
            return new Opened.Closed("The layout in force now finds no such row there. Run the whole delivery again.");
        }
        Map<String, String> corrections = instead != null ? instead : open.corrections().getOrDefault(row.record(), Map.of());
        RowReading reading = RowReading.of(open.feed().mapping(), found.source(), corrections, open.time());
        return new Opened.Content(open.feed().mapping().reference(), reading.fields(), List.copyOf(corrections.keySet()),
                Judged.of(item.get(), open.feed(), corrections, open.time()).errors());
    }

    /** Takes every correction of the row back, in the caller's transaction. */
    public Answer takeBack(QuarantinedRow row, String reason, String by) {
        if (row.state() != State.OPEN) {
            return new Answer.Refused(NOT_OPEN);
        }
        quarantine.correct(row, by, reason, List.of(), Map.of(), clock.now());
        return new Answer.Kept(List.of());
    }

    /**
     * Puts new texts in the place of what was sent, beside earlier corrections, in the caller's transaction. {@code texts} hold
     * them by the key of a field; "" means that nothing stands there.
     */
    public Answer correct(QuarantinedRow row, Map<String, String> texts, String reason, String by) {
        if (row.state() != State.OPEN) {
            return new Answer.Refused(NOT_OPEN);
        }
        if (!(content(row, Map.of()) instanceof Opened.Content sent)) {
            return new Answer.Refused(((Opened.Closed) content(row, Map.of())).why());
        }
        Map<String, ReadField> known = new HashMap<>();
        sent.fields().forEach(field -> known.put(field.key(), field));
        Map<String, String> changed = new LinkedHashMap<>(quarantine.corrections(List.of(row.id())).getOrDefault(row.id(), Map.of()));
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            ReadField field = known.get(text.getKey());
            if (field == null) {
                return new Answer.Refused("The row has no such field. Nothing was changed.");
            }
            if (text.getValue().length() > TEXT_LIMIT_CHARACTERS || TextFault.of(text.getValue()).isPresent()) {
                return new Answer.Refused("The new text of " + field.name() + " is longer than " + TEXT_LIMIT_CHARACTERS + " characters or holds a character that may not stand there. Nothing was changed.");
            }
            names.add(field.name());
            changed.put(text.getKey(), text.getValue().strip());
            if (field.text().equals(text.getValue().strip())) {
                changed.remove(text.getKey());
            }
        }
        if (names.isEmpty()) {
            return new Answer.Refused("No new text was given. Nothing was changed.");
        }
        if (changed.size() > CORRECTIONS_LIMIT) {
            return new Answer.Refused("At most " + CORRECTIONS_LIMIT + " fields of a row can be corrected: the sender sends it again.");
        }
        quarantine.correct(row, by, reason, names, changed, clock.now());
        return new Answer.Kept(names);
    }
}
