package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceLimits;
import org.earlyhelp.hub.format.TextFault;
import org.earlyhelp.hub.intake.Corrections;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.State;
import org.earlyhelp.hub.intake.quarantine.RowDesk.Opened;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.PiecedText;
import org.earlyhelp.hub.mapping.ReadField;
import org.springframework.stereotype.Component;

/** What is put in the place of what was sent: new texts of fields, or of a whole row that cannot be read. Whoever calls it notes it in the sharing log. */
@Component
public class RowMending {
    /** How the history calls the text of a row. */
    public static final String WHOLE_TEXT = "the whole text";
    /** So many fields of a row may be corrected. */
    public static final int CORRECTIONS_LIMIT = 40;
    /** So long may a corrected text be. */
    public static final int TEXT_LIMIT_CHARACTERS = 200;
    private static final String NOT_OPEN = "This row is no longer open. Nothing was changed.";
    private final RowDesk rows;
    private final CorrectionStore corrections;
    private final HubClock clock;

    RowMending(RowDesk rows, CorrectionStore corrections, HubClock clock) {
        this.rows = rows;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Whether a correction was kept; if not, why, as one sentence. */
    public sealed interface Answer {
        /** {@code fields}: the sender's names of what differs from what was sent. */
        record Kept(List<String> fields) implements Answer {
        }

        /** {@code why} is one sentence; what stood before stands. */
        record Refused(String why) implements Answer {
        }
    }

    /** Takes every correction of the row back, in the caller's transaction. */
    public Answer takeBack(QuarantinedRow row, String reason, String by) {
        if (row.state() != State.OPEN) {
            return new Answer.Refused(NOT_OPEN);
        }
        corrections.keep(row, by, reason, List.of(), Map.of(), clock.now());
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
        Opened opened = rows.sent(row);
        if (!(opened instanceof Opened.Content sent)) {
            return new Answer.Refused(((Opened.Closed) opened).why());
        }
        Map<String, ReadField> known = new HashMap<>();
        sent.fields().forEach(field -> known.put(field.key(), field));
        Map<String, String> changed = new LinkedHashMap<>(corrections.ofRows(List.of(row.id())).getOrDefault(row.id(), Map.of()));
        changed.remove(Corrections.WHOLE_RECORD);
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
        corrections.keep(row, by, reason, names, changed, clock.now());
        return new Answer.Kept(names);
    }

    /**
     * Puts a text in the place of a row that cannot be read, in the caller's transaction. {@code written} may hold pieces of what
     * stood there when the row had as many corrections in its history as {@code seen} says.
     */
    public Answer rewrite(QuarantinedRow row, String written, String seen, String reason, String by) {
        if (row.state() != State.OPEN) {
            return new Answer.Refused(NOT_OPEN);
        }
        if (!seen.equals(String.valueOf(corrections.history(row.id()).size()))) {
            return new Answer.Refused("Somebody changed this row since you saw it. Look at it again. Nothing was changed.");
        }
        Opened opened = rows.content(row);
        if (opened instanceof Opened.Closed closed) {
            return new Answer.Refused(closed.why());
        }
        BrokenText broken = ((Opened.Content) opened).broken();
        if (broken == null) {
            return new Answer.Refused("This row can be read: correct its fields. Nothing was changed.");
        }
        String typed = written.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("\n+$", "");
        Optional<String> strange = broken.pieces().strange(typed);
        if (strange.isPresent()) {
            return new Answer.Refused("There is no piece " + strange.get() + " in this row. Nothing was changed.");
        }
        Optional<String> text = typed.length() > PiecedText.WRITTEN_LIMIT_CHARACTERS ? Optional.empty() : broken.pieces().restored(typed, SourceLimits.MENDED_LIMIT_CHARACTERS);
        if (text.isEmpty()) {
            return new Answer.Refused("The new text is longer than " + SourceLimits.MENDED_LIMIT_CHARACTERS + " characters: the sender sends the row again. Nothing was changed.");
        }
        if (PiecedText.hasPicture(text.get()) || TextFault.of(text.get()).isPresent()) {
            return new Answer.Refused("A control character or a picture of one stands in the new text: take it out. Nothing was changed.");
        }
        if (text.get().isBlank() || text.get().equals(broken.text())) {
            return new Answer.Refused("No new text was given. Nothing was changed.");
        }
        corrections.keep(row, by, reason, List.of(WHOLE_TEXT), Map.of(Corrections.WHOLE_RECORD, text.get()), clock.now());
        return new Answer.Kept(List.of(WHOLE_TEXT));
    }
}
