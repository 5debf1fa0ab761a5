package org.earlyhelp.hub.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The contract's table of roles and pages. What is not named here is closed. */
final class AccessRules {
    private AccessRules() {
    }

    /** Pages: signed in, and in the right role. */
    static void pages(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers("/sign-in", "/assets/**", "/api-docs", "/favicon.ico").permitAll()
                .requestMatchers("/").hasAnyRole(ids(StaffRole.values()))
                .requestMatchers("/inbox", "/monday", "/monday/close").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER))
                .requestMatchers("/alerts/*", "/families/*").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/families/*/statement").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/alerts/*/level").hasAnyRole(ids(StaffRole.MANAGER))
                .requestMatchers("/alerts/*/**", "/families/**", "/search", "/localities").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER))
                .requestMatchers("/localities.csv", "/rules", "/rules/*/examples").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER))
                .requestMatchers("/measures", "/measures/*").hasAnyRole(ids(StaffRole.MANAGER))
                .requestMatchers("/people/*/seen").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/people/**").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER, StaffRole.STEWARD))
                .requestMatchers("/reviews/fairness", "/reviews/fairness.csv").hasAnyRole(ids(StaffRole.STEWARD, StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/reviews", "/reviews/*", "/reviews/*/confirm", "/reviews/*/decline", "/reviews/*/undo",
                        "/reviews/people/*/split/**", "/reviews/people/*/unmerge/**")
                .hasAnyRole(ids(StaffRole.STEWARD, StaffRole.MANAGER))
                .requestMatchers("/reviews/**").hasAnyRole(ids(StaffRole.STEWARD))
                .requestMatchers("/rules/withdrawal/*/confirm", "/rules/withdrawal/*/leave").hasAnyRole(ids(StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers(HttpMethod.GET, "/rules/withdrawal", "/rules/versions", "/rules/versions/*").hasAnyRole(ids(StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/rules", "/rules/**").hasAnyRole(ids(StaffRole.MANAGER))
                .requestMatchers("/exports").hasAnyRole(ids(StaffRole.STEWARD, StaffRole.IG))
                .requestMatchers("/agreements/proposal", "/agreements/proposal/*/activate", "/agreements/versions/*").hasAnyRole(ids(StaffRole.IG, StaffRole.MANAGER))
                .requestMatchers("/sharing/log", "/sharing/log/*").hasAnyRole(ids(StaffRole.IG, StaffRole.MANAGER))
                .requestMatchers("/sharing", "/sharing.csv", "/sharing/**", "/agreements", "/agreements/**").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/papers", "/papers/*").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/rights/erasure/plan", "/rights/retention/*/ask").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/rights/erasure", "/rights/erasure/*", "/rights/erasure/*/confirm", "/rights/erasure/*/decline", "/rights/retention", "/rights/retention/*",
                        "/rights/retention/*/confirm", "/rights/retention/*/decline", "/rights/holds", "/rights/holds/*/propose", "/rights/holds/*/lift")
                .hasAnyRole(ids(StaffRole.IG, StaffRole.MANAGER))
                .requestMatchers("/rights", "/rights/RR-*", "/rights/RR-*/items", "/rights/RR-*/step").hasAnyRole(ids(StaffRole.IG, StaffRole.MANAGER))
                .requestMatchers("/rights/**").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/waiting").hasAnyRole(ids(StaffRole.MANAGER))
                .requestMatchers("/held").hasAnyRole(ids(StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/recalls").hasAnyRole(ids(StaffRole.FRONT_DOOR, StaffRole.MANAGER, StaffRole.IG))
                .requestMatchers("/why").hasAnyRole(ids(StaffRole.OPERATOR, StaffRole.MANAGER))
                .requestMatchers("/alarms").hasAnyRole(ids(StaffRole.OPERATOR))
                .requestMatchers("/accounts", "/accounts/*", "/accounts/*/keys", "/accounts/*/keys/confirm", "/accounts/*/keys/retire", "/accounts/*/unlock").hasAnyRole(ids(StaffRole.OPERATOR))
                .requestMatchers("/queues").hasAnyRole(ids(StaffRole.OPERATOR))
                .requestMatchers("/emergency").hasAnyRole(ids(StaffRole.values()))
                .requestMatchers("/emergency/uses", "/emergency/uses/*").hasAnyRole(ids(StaffRole.MANAGER))
                .requestMatchers(HttpMethod.GET, "/mappings", "/mappings/versions/*").hasAnyRole(ids(StaffRole.OPERATOR, StaffRole.MANAGER))
                .requestMatchers("/mappings/proposal/*/activate").hasAnyRole(ids(StaffRole.OPERATOR, StaffRole.MANAGER))
                .requestMatchers("/mappings/**").hasAnyRole(ids(StaffRole.OPERATOR))
                .requestMatchers("/feeds", "/feeds/*/*", "/deliveries/*", "/deliveries/*/again", "/deliveries/*/once-more", "/quarantine", "/quarantine/**").hasAnyRole(ids(StaffRole.OPERATOR))
                .anyRequest().denyAll();
    }

    /** What machines and auditors call. */
    static void interfaces(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/*").permitAll()
                .requestMatchers("/actuator/prometheus").access(operatorOrThisMachine())
                .requestMatchers("/api/links.csv", "/api/needs.csv", "/api/alerts.csv").hasAnyRole(ids(StaffRole.STEWARD, StaffRole.IG))
                .requestMatchers("/api/simulate").hasAnyRole(ids(StaffRole.IG))
                .requestMatchers("/api/reviews", "/api/reviews/*", "/api/reviews/*/confirm", "/api/reviews/*/decline", "/api/reviews/*/undo")
                .hasAnyRole(ids(StaffRole.STEWARD, StaffRole.MANAGER))
                .requestMatchers("/api/reviews/**").hasAnyRole(ids(StaffRole.STEWARD))
                .anyRequest().denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> operatorOrThisMachine() {
        return (Supplier<? extends Authentication> who, RequestAuthorizationContext context) -> new AuthorizationDecision(
                isThisMachine(context.getRequest()) || Viewer.find(who.get()).filter(viewer -> viewer.role() == StaffRole.OPERATOR).isPresent());
    }

    /** A proxy on this machine also comes from loopback: whoever was forwarded is not local. */
    private static boolean isThisMachine(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String[] ids(StaffRole... roles) {
        String[] ids = new String[roles.length];
        for (int i = 0; i < roles.length; i++) {
            ids[i] = roles[i].id();
        }
        return ids;
    }
}
