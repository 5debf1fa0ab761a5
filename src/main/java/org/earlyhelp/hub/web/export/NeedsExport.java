package org.earlyhelp.hub.web.export;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.springframework.stereotype.Component;

/** {@code needs.csv}: the needs that hold now. A specialist agency of a hidden family appears by its kind. */
@Component
class NeedsExport implements Export {
    private final HeldNeeds needs;

    NeedsExport(HeldNeeds needs) {
        this.needs = needs;
    }

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public List<String> columns() {
        return List.of("family", "person", "need", "grade", "level_of_family", "first_on", "last_on", "agency", "evidence");
    }

    @Override
    public void collect(Shown shown) {
        needs.each(need -> shown.add(need.person(), NeedClass.fieldOf(need.need()), NeedClass.of(need.need(), need.evidence()), need.agency()));
    }

    @Override
    public void rows(Allowed allowed, Consumer<List<String>> writer) {
        needs.each(need -> {
            if (allowed.allows(need.person(), need.agency(), NeedClass.fieldOf(need.need()))) {
                List<String> evidence = need.evidence().stream().map(ref -> allowed.evidence(ref, need.agency(), need.person())).toList();
                writer.accept(List.of(need.family(), need.person(), need.need(), need.grade(), String.valueOf(need.levelOfFamily()),
                        CsvCells.of(need.firstOn()), CsvCells.of(need.lastOn()), allowed.shownAs(need.agency(), need.person()), CsvCells.of(evidence)));
            }
        });
    }
}
