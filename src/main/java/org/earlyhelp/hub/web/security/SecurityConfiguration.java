package org.earlyhelp.hub.web.security;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.emergency.EmergencyDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two chains: {@code /api} and {@code /actuator} for machines and auditors, and the pages. Demo accounts sign in by form
 * (and HTTP Basic for {@code /api}); a real hub knows OpenID Connect only.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final int IDLE_MINUTES = 15;

    @Bean
    SignInThrottle signInThrottle(HubClock clock) {
        return new SignInThrottle(clock);
    }

    /** The throttle stands in the security chains, not before the whole server. */
    @Bean
    FilterRegistrationBean<SignInThrottle> signInThrottleInChainsOnly(SignInThrottle throttle) {
        FilterRegistrationBean<SignInThrottle> registration = new FilterRegistrationBean<>(throttle);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    RefusalHandler refusalHandler(DisclosureDesk desk) {
        return new RefusalHandler(desk);
    }

    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http, HubSettings settings, RefusalHandler refusals, SignInThrottle throttle) {
        common(http.securityMatcher("/api/**", "/actuator/**"), throttle)
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::isJson))
                .authorizeHttpRequests(AccessRules::interfaces)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors.accessDeniedHandler(refusals::refuseInterface));
        if (settings.demo()) {
            http.httpBasic(Customizer.withDefaults());
        } else {
            http.exceptionHandling(errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, HubSettings settings, RefusalHandler refusals, SignInThrottle throttle, HubClock clock, EmergencyDesk emergencies,
            @Value("${hub.oidc-issuer:}") String issuer) {
        common(http, throttle).authorizeHttpRequests(AccessRules::pages)
                .addFilterBefore(new SessionLimit(clock), AuthorizationFilter.class)
                .addFilterBefore(new EmergencyDoor(emergencies), AuthorizationFilter.class)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(errors -> errors.accessDeniedHandler(refusals::refusePage)
                        .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")));
        if (settings.demo()) {
            http.formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/").failureUrl("/sign-in?failed"));
        } else {
            http.addFilterBefore(new SignInServiceCheck(issuer), OAuth2AuthorizationRequestRedirectFilter.class);
            http.oauth2Login(login -> login.loginPage("/sign-in").defaultSuccessUrl("/")
                    .failureHandler((request, response, failure) -> response.sendRedirect(SignInServiceCheck.isAwayAt(failure) ? SignInServiceCheck.AWAY : "/sign-in?failed"))
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(new GroupRoles())));
        }
        return http.build();
    }

    /** No form of another site can send JSON: its browser would ask this hub first and be refused. */
    private static boolean isJson(HttpServletRequest request) {
        return request.getContentType() != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
    }

    private static HttpSecurity common(HttpSecurity http, SignInThrottle throttle) {
        return http.addFilterBefore(throttle, SecurityContextHolderFilter.class)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    /** The cookie cannot be read by scripts and, behind TLS, belongs to this host alone. */
    @Bean
    ServletContextInitializer sessionCookie(@Value("${hub.tls-cert:}") String certificate, @Value("${hub.behind-proxy:false}") String behindProxy) {
        boolean overTls = !certificate.isBlank() || Boolean.parseBoolean(behindProxy);
        return context -> {
            context.setSessionTimeout(IDLE_MINUTES);
            context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setName(overTls ? "__Host-hub" : "hub");
            context.getSessionCookieConfig().setPath("/");
            context.getSessionCookieConfig().setSecure(overTls);
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
        };
    }
}
