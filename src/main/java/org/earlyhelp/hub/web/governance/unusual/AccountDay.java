package org.earlyhelp.hub.web.governance.unusual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Looks.Look;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Rule;

/**
 * What one account looked at on one civil day, with all that the rules must know of it. The rules are here: each takes the
 * looks that it is about and says what is unusual in them.
 *
 * @param families  F- reference of each person looked at who has a family
 * @param ownName   people of whose household somebody has a surname like the account's
 * @param grounded  people whom the account had a ground to look at: an alert, a caller's question, a question of who is who
 */
record AccountDay(LocalDate day, List<Look> looks, Map<String, String> families, Set<String> ownName, Set<String> grounded) {
    private static final Set<String> WITHOUT_ALERT = Set.of("/people/{ref}", "/families/{ref}", "/reviews/people/{ref}");

    AccountDay {
        looks = List.copyOf(looks);
    }

    /** All that is unusual; {@code usual}: whether a look fell into usual hours; {@code manyActs}: so many cases a day are many. */
    List<UnusualAccess> findings(Predicate<Look> usual, int manyActs) {
        List<UnusualAccess> found = new ArrayList<>();
        List<Look> cases = looks.stream().filter(Look::isCase).toList();
        bySubject(Rule.OWN_SURNAME, cases.stream().filter(look -> ownName.contains(look.person())).toList(), found);
        bySubject(Rule.NO_INVOLVEMENT, withoutGround(cases), found);
        whole(Rule.OUT_OF_HOURS, cases.stream().filter(usual.negate()).toList(), found);
        whole(Rule.BREAK_GLASS, looks.stream().filter(look -> look.kind() == ActKind.BREAK_GLASS).toList(), found);
        if (UnusualAccess.acts(cases) > manyActs) {
            whole(Rule.MANY_VIEWS, cases, found);
        }
        return found;
    }

    /** Pages on which there is nobody whom the account had a ground to look at: one page shows a whole family. */
    private List<Look> withoutGround(List<Look> cases) {
        Map<String, List<Look>> pages = cases.stream().filter(look -> look.kind() == ActKind.VIEWED && WITHOUT_ALERT.contains(look.channel()))
                .collect(Collectors.groupingBy(Look::act, LinkedHashMap::new, Collectors.toList()));
        return pages.values().stream().filter(page -> page.stream().map(Look::person).filter(Objects::nonNull).noneMatch(grounded::contains))
                .flatMap(List::stream).filter(look -> look.person() != null).toList();
    }

    private void bySubject(Rule rule, List<Look> concerned, List<UnusualAccess> found) {
        concerned.stream().collect(Collectors.groupingBy(look -> families.getOrDefault(look.person(), look.person()), LinkedHashMap::new, Collectors.toList()))
                .forEach((subject, part) -> found.add(UnusualAccess.of(rule, subject, day, part)));
    }

    private void whole(Rule rule, List<Look> concerned, List<UnusualAccess> found) {
        if (!concerned.isEmpty()) {
            found.add(UnusualAccess.of(rule, "", day, concerned));
        }
    }
}
