package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.web.export.CsvCells;

/** One entry in a list, in words; a dash for what it does not say. */
record EntryLine(String id, String when, String what, String person, String recipient, String who, String agency, String basis, String agreement, boolean noAgreement) {
    static final List<String> CSV_HEADER = List.of("entry", "act", "at", "kind", "decision", "person", "source", "recipient", "who", "purpose", "basis",
            "agreement", "agreement_standing", "channel", "level", "classes", "fields_withheld");

    static EntryLine of(FoundEntry entry) {
        String what = entry.decided() == Decided.WITHHELD_IN_PART ? ActWords.of(entry.kind()) + ", " + entry.withheld() + " withheld" : ActWords.of(entry.kind());
        boolean none = "NO_AGREEMENT_IN_FORCE".equals(entry.standing());
        return new EntryLine(entry.id(), PlainTime.of(entry.at()), what, entry.person(), orDash(entry.recipient()), entry.who(), orDash(entry.source()),
                orDash(entry.basis()), none ? "None in force" : orDash(entry.agreement()), none);
    }

    /** The same as cells of {@link #CSV_HEADER}. */
    static List<String> csv(FoundEntry entry) {
        return List.of(entry.id(), entry.act(), entry.at().toString(), entry.kind().name(), entry.decided().name(), CsvCells.of(entry.person()), CsvCells.of(entry.source()),
                CsvCells.of(entry.recipient()), CsvCells.of(entry.who()), CsvCells.of(entry.purpose()), CsvCells.of(entry.basis()), CsvCells.of(entry.agreement()),
                CsvCells.of(entry.standing()), CsvCells.of(entry.channel()), entry.level() == null ? "" : entry.level().toString(), entry.classes(), String.valueOf(entry.withheld()));
    }

    static String orDash(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }
}
