package org.earlyhelp.hub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.web.EmergencySignIn;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.emergency.EmergencyAccess;
import org.earlyhelp.hub.web.emergency.EmergencyDesk;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an account read a page that it has opened in an emergency, as the front door reads it, for this one request. It
 * opens reading only: forms on the page stay closed to the role.
 */
final class EmergencyDoor extends OncePerRequestFilter {
    private static final Set<StaffRole> NEED_NONE = Set.of(StaffRole.FRONT_DOOR, StaffRole.MANAGER);
    private final EmergencyDesk desk;

    EmergencyDoor(EmergencyDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        SecurityContext own = SecurityContextHolder.getContext();
        Optional<EmergencyAccess> access = standing(request, own.getAuthentication());
        if (access.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContext opened = SecurityContextHolder.createEmptyContext();
        opened.setAuthentication(new EmergencySignIn(own.getAuthentication(), access.get().reason()));
        SecurityContextHolder.setContext(opened);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(own);
        }
    }

    private Optional<EmergencyAccess> standing(HttpServletRequest request, Authentication who) {
        boolean reads = request.getMethod().equals("GET") && EmergencyDesk.isOpenable(request.getRequestURI());
        return reads ? Viewer.find(who).filter(viewer -> !NEED_NONE.contains(viewer.role())).flatMap(viewer -> desk.standing(viewer.account(), request.getRequestURI()))
                : Optional.empty();
    }
}
