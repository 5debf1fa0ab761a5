package org.earlyhelp.hub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session after a working day, however busy it was. */
final class SessionLimit extends OncePerRequestFilter {
    static final Duration LONGEST = Duration.ofHours(9);
    private static final String SIGNED_IN_AT = SessionLimit.class.getName() + ".signedInAt";

    private final HubClock clock;

    SessionLimit(HubClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && isSignedIn() && isOver(session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?ended");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }

    private boolean isOver(HttpSession session) {
        if (session.getAttribute(SIGNED_IN_AT) instanceof Instant signedInAt) {
            return signedInAt.plus(LONGEST).isBefore(clock.now());
        }
        session.setAttribute(SIGNED_IN_AT, clock.now());
        return false;
    }
}
