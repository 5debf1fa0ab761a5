package org.earlyhelp.hub.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What hinders a reader with a disability, or with a narrow screen, as axe and the page's width tell. Axe looks at a kind of page once, and
 * again only where a page of that kind has an element of a form that it has not seen there: another role's button, an error.
 */
final class Barriers {
    static final int DESK = 1280;
    static final int TELEPHONE = 320;
    private static final String AXE = script();
    /** The pages have no frames. */
    private static final String LOOK = """
            axe.run(document, {iframes: false, resultTypes: ['violations']}).then(found => found.violations.filter(it => ['serious', 'critical'].includes(it.impact))
                .flatMap(it => it.nodes.map(node => it.id + ': ' + it.help + ': ' + node.html)))""";
    private static final String FORMS = """
            [...new Set([...document.querySelectorAll('body, body *')].map(e => [e.tagName, e.className, e.type, e.getAttribute('role'),
                e.getAttributeNames().sort(), e.textContent.trim() === ''].join('|')))]""";
    private static final String WIDEST = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            + ".slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')";
    private final Map<String, Set<String>> seen = new HashMap<>();

    /** One line each: the width, the rule, its help and the element; empty when nothing grave is found. Leaves the window as wide as a desk's. */
    List<String> on(Page page, String kind) {
        boolean isNew = seen.computeIfAbsent(kind, any -> new HashSet<>()).addAll(strings(page, FORMS));
        if (isNew) {
            page.evaluate(AXE);
        }
        List<String> found = new ArrayList<>();
        for (int width : new int[] {TELEPHONE, DESK}) {
            page.setViewportSize(width, DESK);
            if (isNew) {
                strings(page, LOOK).forEach(one -> found.add(width + " wide: " + one));
            }
            tooWide(page, width, found);
        }
        return found;
    }

    private static void tooWide(Page page, int window, List<String> found) {
        int content = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (content > window) {
            found.add("page is %d wide in a window of %d: %s".formatted(content, window, page.evaluate(WIDEST)));
        }
    }

    private static List<String> strings(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream axe = Barriers.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
