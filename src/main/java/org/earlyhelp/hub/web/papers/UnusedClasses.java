package org.earlyhelp.hub.web.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.MappedField;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SharingFigures;
import org.earlyhelp.hub.web.NeedClass;
import org.springframework.stereotype.Component;

/**
 * Kinds of data that came in and that nothing used for 12 months: no rule in force rests on them and the log knows nobody who
 * was given any. What matching alone needs counts as used: names, contacts and places tell people apart.
 */
@Component
class UnusedClasses {
    private static final int MONTHS = 12;
    private static final Set<DataClass> FOR_MATCHING = EnumSet.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.ADDRESS, DataClass.RESTRICTED_PLACE);
    private static final List<String> HEADER = List.of("Agency", "Kind of data", "Fields that bring it", "Received since");
    private final PaperSources sources;
    private final SharingFigures figures;

    UnusedClasses(PaperSources sources, SharingFigures figures) {
        this.sources = sources;
        this.figures = figures;
    }

    Paper paper() {
        LocalDate since = sources.clock().today().minusMonths(MONTHS);
        List<List<String>> rows = rows(since);
        return sources.paper(PaperKind.UNUSED.title(), List.of(
                Paper.Part.of("How this was found", "A kind of data is listed when an agency's layouts have brought it for 12 months or longer, no rule in force rests on it, and no entry of the sharing log of these 12 months let any of it out.",
                        "Names, contacts and places are not listed: they are used to tell people apart."),
                new Paper.Part("Not used", rows.isEmpty() ? List.of("Every kind of data received for so long was used.") : List.of("Consider leaving these fields out of the layout, and the kind of data out of the agreement."),
                        new Paper.Table(HEADER, rows))));
    }

    private List<List<String>> rows(LocalDate since) {
        Map<String, Set<DataClass>> used = figures.usedSince(London.startOf(since));
        Set<DataClass> ruled = ruled();
        List<List<String>> rows = new ArrayList<>();
        for (Agreement agreement : sources.agreements()) {
            if (!agreement.start().isAfter(since)) {
                sources.classesOf(agreement).stream().filter(kind -> !FOR_MATCHING.contains(kind) && !ruled.contains(kind) && !used.getOrDefault(agreement.agency(), Set.of()).contains(kind))
                        .forEach(kind -> rows.add(List.of(agreement.name(), ClassWords.of(kind), fields(agreement, kind), org.earlyhelp.hub.page.PlainTime.of(agreement.start()))));
            }
        }
        return rows;
    }

    private Set<DataClass> ruled() {
        Stream<String> codes = sources.rules().stream().flatMap(rules -> Stream.concat(rules.needs().stream().filter(NeedRule::on).map(NeedRule::id),
                rules.harmTests().stream().filter(HarmRule::on).map(HarmRule::id)));
        return codes.map(code -> NeedClass.of(code, List.of())).collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
    }

    private String fields(Agreement agreement, DataClass kind) {
        return sources.fieldsOf(agreement).stream().filter(field -> field.dataClass().equals(kind.name())).map(MappedField::senderName)
                .filter(name -> !name.isEmpty()).distinct().sorted().collect(Collectors.joining(", "));
    }
}
