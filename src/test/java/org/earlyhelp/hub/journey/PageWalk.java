package org.earlyhelp.hub.journey;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.web.Browser;
import org.springframework.web.util.HtmlUtils;

/**
 * Opens every page that a role can reach by links, forms that only look things up included; pages of one shape, which differ
 * in a number alone, up to a limit. What is refused is kept too.
 */
final class PageWalk {
    /** Pages of one shape, such as entries of the sharing log, which grow with every page that is looked at. */
    private static final int MOST_OF_ONE_SHAPE = 100;
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");

    private final String role;
    private final Browser browser;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Integer> ofShape = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    PageWalk(String role, Browser browser) {
        this.role = role;
        this.browser = browser;
    }

    /** All pages from these on, as answered with status and headers, by role and address. */
    Map<String, String> from(Collection<String> paths) {
        waiting.addAll(paths);
        while (!waiting.isEmpty()) {
            open(waiting.remove());
        }
        return pages;
    }

    private void open(String path) {
        String place = role + " " + path;
        boolean reached = path.startsWith("/assets/") || path.startsWith("/sign-out") || pages.containsKey(place)
                || ofShape.merge(path.replaceAll("[0-9][0-9A-Z]*", "#"), 1, Integer::sum) > MOST_OF_ONE_SHAPE;
        if (!reached) {
            HttpResponse<String> answer = browser.get(path);
            pages.put(place, answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body());
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                waiting.add(HtmlUtils.htmlUnescape(link.group(1)));
            }
        }
    }
}
