package org.earlyhelp.hub.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Opens all that a role reaches by links from its start page: one page of each kind, such as {@code /alerts/*}. */
final class Tour {
    private static final int PAGES_OF_A_KIND = 1;
    private static final int PAGES_AT_MOST = 80;
    private static final String LEAVES = ".*(\\.csv|\\.svg|\\.md|\\.pdf|\\.json|/sign-out|/api.*|/actuator.*|/webjars.*|/logout)(\\?.*)?";
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Set<String> opened = new LinkedHashSet<>();
    private final Page page;

    Tour(Page page) {
        this.page = page;
    }

    /** Calls {@code look} on each page once it is open; returns the paths in the order they were opened. */
    Set<String> from(String start, Consumer<String> look) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && opened.size() < PAGES_AT_MOST) {
            String path = open.poll();
            if (opened.contains(path) || ofAKind.merge(kind(path), 1, Integer::sum) > PAGES_OF_A_KIND) {
                continue;
            }
            page.navigate(path);
            opened.add(path);
            look.accept(path);
            links().stream().filter(link -> !link.matches(LEAVES)).forEach(open::add);
        }
        return opened;
    }

    private List<String> links() {
        return page.locator("a[href^='/']").all().stream().map(link -> link.getAttribute("href").replaceAll("#.*", "")).distinct().toList();
    }

    /** The path without what names one of many: references, numbers, filters. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "?").replaceAll("/[A-Z]+-[A-Za-z0-9-]+|/\\d+[A-Z0-9]*|/01[A-Z0-9]{20,}", "/*");
    }
}
