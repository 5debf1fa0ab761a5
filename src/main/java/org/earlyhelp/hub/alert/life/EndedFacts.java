package org.earlyhelp.hub.alert.life;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;

/**
 * What an open alert says and the newest assessment does not, though nobody took it back: time has ended it, or the child
 * has moved away. A version that differs in the family's children says it on, with whom it is about, so that nobody is
 * lost from sight because somebody else joined. Pure.
 */
public final class EndedFacts {
    private EndedFacts() {
    }

    /**
     * Those facts alone, to be joined to what holds now.
     *
     * @param grounds   what the alert rests on after that assessment
     * @param personNow follows merges: the reference that stands for a reference of before
     */
    public static AlertContent of(AlertContent told, Assessment now, Grounds grounds, UnaryOperator<String> personNow) {
        List<Need> needs = told.needs().stream().filter(need -> now.needs().stream().noneMatch(held -> held.code().equals(need.code())
                        && held.agency().equals(need.agency()) && held.person().equals(personNow.apply(need.person()))))
                .filter(need -> grounds.haveEnded(false, need.code(), need.person(), need.agency(), personNow)).toList();
        List<HarmTest> tests = told.harmTests().stream().filter(test -> now.harmTests().stream().noneMatch(held -> held.code().equals(test.code())
                        && held.agency().equals(test.agency()) && held.person().equals(personNow.apply(test.person()))))
                .filter(test -> grounds.haveEnded(true, test.code(), test.person(), test.agency(), personNow)).toList();
        Set<String> about = Stream.concat(needs.stream().map(Need::person), tests.stream().map(HarmTest::person)).collect(Collectors.toSet());
        List<Assessment.Child> children = told.children().stream().filter(child -> about.contains(child.person()))
                .filter(child -> now.children().stream().noneMatch(held -> held.person().equals(personNow.apply(child.person())))).toList();
        Set<String> agencies = new TreeSet<>(Stream.concat(needs.stream().map(Need::agency), tests.stream().map(HarmTest::agency)).toList());
        return new AlertContent(told.level(), told.pathway(), told.locality(), told.rules(), needs, tests, children, List.of(), List.copyOf(agencies), List.of(), List.of());
    }
}
