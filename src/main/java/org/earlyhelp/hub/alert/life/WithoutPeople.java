package org.earlyhelp.hub.alert.life;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;

/**
 * An alert as it reads once some people are erased: what was said of the others stays, word by word. Notes name nobody, so
 * nobody can tell whose they are: they go. Pure.
 */
public final class WithoutPeople {
    private static final String NOBODY = "erased";
    private final Set<String> gone;

    /** {@code gone} are all P- references of the people. */
    public WithoutPeople(Set<String> gone) {
        this.gone = Set.copyOf(gone);
    }

    /** What is left of the content without them; levels and rule stay as they were told. */
    public AlertContent of(AlertContent content) {
        var needs = content.needs().stream().filter(need -> stays(need.person())).toList();
        var tests = content.harmTests().stream().filter(test -> stays(test.person())).toList();
        var children = content.children().stream().filter(child -> stays(child.person())).toList();
        var open = content.alreadyOpen().stream().filter(involvement -> stays(involvement.person())).toList();
        boolean nobodyLeft = needs.isEmpty() && tests.isEmpty() && children.isEmpty();
        Set<String> known = new TreeSet<>(Stream.of(needs.stream().map(need -> need.agency()), tests.stream().map(test -> test.agency()),
                open.stream().map(involvement -> involvement.agency())).flatMap(agencies -> agencies).toList());
        known.retainAll(Set.copyOf(content.knownTo()));
        return new AlertContent(content.level(), content.pathway(), nobodyLeft ? "unknown" : content.locality(), content.rules(), needs, tests, children, open,
                List.copyOf(known), nobodyLeft ? List.of() : content.undecided(), List.of());
    }

    /**
     * What it rests on. In an open alert the grounds of the gone stay under nobody's name until the next assessment, which
     * finds that they were taken back and acts as on any correction.
     */
    public List<Ground> of(List<Ground> grounds, boolean open) {
        return grounds.stream().filter(ground -> open || stays(ground.person())).map(this::of).toList();
    }

    private Ground of(Ground ground) {
        boolean stays = stays(ground.person());
        List<Footing> footings = ground.footings().stream().map(footing -> new Footing(footing.evidence(), footing.fingerprint(),
                stays ? footing.people().stream().filter(this::stays).collect(Collectors.toSet()) : Set.of(NOBODY), footing.marks())).toList();
        return new Ground(ground.harm(), ground.code(), stays ? ground.person() : NOBODY, ground.agency(), ground.grade(), footings, ground.ended());
    }

    /** Whether anything is still said of anybody. */
    public static boolean isAboutSomebody(AlertContent content) {
        return !content.needs().isEmpty() || !content.harmTests().isEmpty() || !content.children().isEmpty();
    }

    private boolean stays(String person) {
        return !gone.contains(person);
    }
}
