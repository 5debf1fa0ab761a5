package org.earlyhelp.hub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether the sign-in service answers, asked before a person is sent there: else the browser would end at an address that is dead, and
 * nobody would know what is wrong. Thread-safe.
 */
final class SignInServiceCheck extends OncePerRequestFilter {
    /** Where a person reads that it is away. */
    static final String AWAY = "/sign-in?away";
    private static final String WAY_THERE = "/oauth2/authorization/";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int FIRST_SERVER_FAULT = 500;
    private final URI description;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    SignInServiceCheck(String issuer) {
        description = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    /** Whether that is why a sign-in failed: the service was gone when the hub asked it about the person. */
    static boolean isAwayAt(AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(WAY_THERE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (answers()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(AWAY);
        }
    }

    private boolean answers() {
        try {
            return client.send(HttpRequest.newBuilder(description).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding()).statusCode() < FIRST_SERVER_FAULT;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
