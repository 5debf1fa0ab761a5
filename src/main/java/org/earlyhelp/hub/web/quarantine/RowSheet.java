package org.earlyhelp.hub.web.quarantine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.quarantine.RowDesk.Opened.Content;
import org.earlyhelp.hub.intake.quarantine.RowMending;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Viewer;

/** The fields of a refused row as they may be shown: masked, or those that the agency's agreement lets an operator see for a reason. */
final class RowSheet {
    private RowSheet() {
    }

    /**
     * One field.
     *
     * @param shown     its shape, or its text where it is revealed
     * @param kind      what kind of data it is, in words
     * @param kept      why it stays masked though it was asked for; null when it does not
     */
    record Line(String key, String name, String shown, String kind, boolean revealed, boolean corrected, boolean faulty, String kept) {
    }

    static List<Line> masked(Content content) {
        return content.fields().stream().map(field -> line(field, field.masked(), false, null, content)).toList();
    }

    /** Nobody knows yet whose row it is, so nothing that tells a place is shown. */
    static DisclosureRequest request(Viewer viewer, QuarantinedRow row, Content content, String reason) {
        Set<DisclosedField> fields = content.fields().stream().map(field -> new DisclosedField(field.name(), classOf(field), row.agency()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return request(viewer, row, content, reason, fields);
    }

    private static DisclosureRequest request(Viewer viewer, QuarantinedRow row, Content content, String reason, Set<DisclosedField> fields) {
        return new DisclosureRequest(viewer.act(), viewer.recipient(), Purpose.OPERATION, "/quarantine/rows/{id}/reveal", 0, viewer.reasonOr(reason),
                List.of(new DisclosureSubject(null, true, false, false, fields)),
                Map.of("mapping", content.mapping(), "delivery", row.receipt(), "record", String.valueOf(row.record())));
    }

    /** The whole text of a row may hold whatever its layout knows: it is shown only to who may see all of that. */
    static DisclosureRequest wholeRequest(Viewer viewer, QuarantinedRow row, Content content, String reason) {
        Set<DisclosedField> fields = content.broken().classes().stream().map(RowSheet::classNamed)
                .map(kind -> new DisclosedField(RowMending.WHOLE_TEXT + ": " + kind.words(), kind, row.agency())).collect(Collectors.toSet());
        return request(viewer, row, content, reason, fields).needing(new DisclosureRequest.Core(fields.stream().map(DisclosedField::name).collect(Collectors.toSet()), true));
    }

    static List<Line> revealed(Content content, Allowance allowance) {
        Map<String, String> kept = allowance.withheld().stream().collect(Collectors.toMap(Allowance.Withheld::field, Allowance.Withheld::why, (one, other) -> one));
        List<Line> lines = new ArrayList<>();
        for (ReadField field : content.fields()) {
            boolean allowed = allowance.allows(null, field.name());
            lines.add(line(field, allowed ? field.text() : field.masked(), allowed, allowed ? null : kept.getOrDefault(field.name(), "not asked for"), content));
        }
        return lines;
    }

    private static Line line(ReadField field, String shown, boolean revealed, String kept, Content content) {
        boolean faulty = content.judged().stream().anyMatch(error -> field.name().equals(error.field()));
        return new Line(field.key(), field.name(), shown.isEmpty() ? "nothing" : shown, classOf(field).words(), revealed, content.corrected().contains(field.key()), faulty, kept);
    }

    private static DataClass classOf(ReadField field) {
        return classNamed(field.dataClass());
    }

    private static DataClass classNamed(String name) {
        for (DataClass known : DataClass.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return DataClass.FREE_TEXT;
    }
}
