package org.earlyhelp.hub.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Opens all that a role reaches by links from its start page: one page of each kind, such as {@code /alerts/*}. */
final class Tour {
    private static final int PAGES_AT_MOST = 80;
    private static final String LEAVES = ".*(\\.csv|\\.svg|\\.md|\\.pdf|\\.json|/sign-out|/api.*|/actuator.*|/webjars.*|/logout)(\\?.*)?";
    private final Map<String, String> opened = new LinkedHashMap<>();
    private final Page page;

    Tour(Page page) {
        this.page = page;
    }

    /** Calls {@code look} with the kind of each page once it is open; returns the paths by their kinds, in the order they were opened. */
    Map<String, String> from(String start, Consumer<String> look) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && opened.size() < PAGES_AT_MOST) {
            String path = open.poll();
            if (opened.putIfAbsent(kind(path), path) == null) {
                page.navigate(path);
                look.accept(kind(path));
                links().stream().filter(link -> !link.matches(LEAVES)).forEach(open::add);
            }
        }
        return opened;
    }

    private List<String> links() {
        return ((List<?>) page.evaluate("[...new Set([...document.querySelectorAll(\"a[href^='/']\")].map(a => a.getAttribute('href').replace(/#.*/, '')))]"))
                .stream().map(String::valueOf).toList();
    }

    /** The path without what names one of many: references, numbers, agencies, layouts, filters. */
    static String kind(String path) {
        return path.replaceAll("\\?.*", "?").replaceAll("/[A-Z]+-[A-Za-z0-9-]+|/\\d+[A-Z0-9]*|/01[A-Z0-9]{20,}", "/*")
                .replaceAll("^/feeds/[^/?]+/[^/?]+", "/feeds/*/*").replaceAll("^/(accounts|agreements)/(?!proposal|versions)[^/?]+", "/$1/*")
                .replaceAll("^/mappings/(?!proposal|versions)[^/?]+", "/mappings/*");
    }
}
