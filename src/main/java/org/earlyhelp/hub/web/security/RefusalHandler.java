package org.earlyhelp.hub.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.emergency.EmergencyDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** Says no in plain words, and puts the refusal into the sharing log. */
final class RefusalHandler {
    /** Request attribute with the id of the log entry, for the refusal page. */
    static final String ENTRY = "refusalEntry";
    /** Request attribute with the page that may be opened in an emergency; absent for all others. */
    static final String OPENABLE = "refusalOpenable";
    private static final Set<String> PLACES = Set.of("inbox", "monday", "alerts", "families", "people", "search", "localities", "reviews", "rules", "exports", "sharing",
            "agreements", "feeds", "accounts", "deliveries", "quarantine", "mappings", "alarms", "queues", "why", "waiting", "held", "recalls", "rights", "emergency", "api", "actuator");

    private final DisclosureDesk desk;

    RefusalHandler(DisclosureDesk desk) {
        this.desk = desk;
    }

    void refusePage(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException, ServletException {
        if (denied instanceof CsrfException) {
            // A form sent from a page older than the session: no attempt on anything, the person starts afresh.
            response.sendRedirect("/sign-in?ended");
            return;
        }
        request.setAttribute(ENTRY, log(request));
        if (EmergencyDesk.isOpenable(request.getRequestURI())) {
            request.setAttribute(OPENABLE, request.getRequestURI());
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher("/refused").forward(request, response);
    }

    void refuseInterface(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        String entry = log(request);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(("Your role may not open this. The refusal is in the sharing log as " + entry + ".\n").getBytes(StandardCharsets.UTF_8));
    }

    private String log(HttpServletRequest request) {
        Act act = new Act(ActKind.REFUSED, null, whoAsked(), Purpose.OPERATION, null, Set.of(), Set.of(),
                Map.of("place", place(request), "why", "the role may not open it"));
        return desk.note(List.of(act)).get(0);
    }

    private static Recipient whoAsked() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return Viewer.find(who).map(Viewer::recipient).orElseGet(() -> Recipient.role("none", who.getName()));
    }

    /** The part of the hub, never the address itself: people type names into address bars. */
    private static String place(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/", 3);
        return parts.length > 1 && PLACES.contains(parts[1]) ? "/" + parts[1] : "elsewhere";
    }
}
