package org.earlyhelp.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.page.Shell;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell: who is signed in, what they may open, and in a demonstration that all people are made up. */
@ControllerAdvice
class ShellAdvice {
    private final HubSettings settings;
    private final HubClock clock;

    ShellAdvice(HubSettings settings, HubClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @ModelAttribute("shell")
    Shell shell(Authentication who, HttpServletRequest request) {
        String notice = settings.demo() ? "Demonstration. Every person here is made up. The hub's clock says " + PlainTime.of(clock.now()) + "." : null;
        if (who instanceof EmergencySignIn opened) {
            return shellOf(Viewer.of(opened.own()), request, "You opened this page in an emergency. It is in the sharing log with your name, and a manager reviews it.");
        }
        return Viewer.find(who).map(viewer -> shellOf(viewer, request, notice)).orElseGet(() -> new Shell(null, null, List.of(), notice));
    }

    private static Shell shellOf(Viewer viewer, HttpServletRequest request, String notice) {
        StaffRole.Area current = viewer.role().areas().stream().filter(area -> request.getRequestURI().startsWith(area.path()))
                .max(Comparator.comparingInt(area -> area.path().length())).orElse(null);
        List<Shell.Link> links = viewer.role().areas().stream().map(area -> new Shell.Link(area.path(), area.label(), area == current)).toList();
        return new Shell(viewer.account(), viewer.role().label(), links, notice);
    }
}
