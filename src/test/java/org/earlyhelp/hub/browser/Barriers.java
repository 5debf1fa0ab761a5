package org.earlyhelp.hub.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What hinders a reader with a disability, or with a narrow screen, as axe and the page's width tell. */
final class Barriers {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Barriers() {
    }

    /** One line each: the rule, its help and the element; empty when nothing grave is found. The pages have no frames, so one pass does. */
    static List<String> on(Page page) {
        Stream<String> grave = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream().filter(it -> GRAVE.contains(it.getImpact()))
                .flatMap(it -> it.getNodes().stream().map(node -> it.getId() + ": " + it.getHelp() + ": " + node.getHtml()));
        return Stream.concat(grave, tooWide(page)).toList();
    }

    private static Stream<String> tooWide(Page page) {
        int content = (Integer) page.evaluate("document.documentElement.scrollWidth");
        int window = page.viewportSize().width;
        return content > window ? Stream.of("page is %d wide in a window of %d: %s".formatted(content, window, widest(page))) : Stream.empty();
    }

    private static Object widest(Page page) {
        return page.evaluate("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                + ".slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')");
    }
}
