package org.earlyhelp.hub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** After five failed sign-ins within a minute an address must wait; what succeeds does not count. Thread-safe. */
final class SignInThrottle extends OncePerRequestFilter {
    static final int FAILURES_ALLOWED = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES_REMEMBERED = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HubClock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES_REMEMBERED;
        }
    };

    SignInThrottle(HubClock clock) {
        this.clock = clock;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            synchronized (failures) {
                recent(details.getRemoteAddress()).addLast(clock.now());
            }
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (triesToSignIn(request) && mustWait(request.getRemoteAddr())) {
            response.setStatus(TOO_MANY_REQUESTS);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WINDOW.toSeconds()));
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write("Too many failed sign-ins from this address. Please wait a minute and try again.\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean triesToSignIn(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || "POST".equals(request.getMethod()) && request.getRequestURI().equals("/sign-in");
    }

    private boolean mustWait(String address) {
        synchronized (failures) {
            return failures.containsKey(address) && recent(address).size() >= FAILURES_ALLOWED;
        }
    }

    private Deque<Instant> recent(String address) {
        Deque<Instant> times = failures.computeIfAbsent(address, any -> new ArrayDeque<>());
        Instant since = clock.now().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times;
    }
}
