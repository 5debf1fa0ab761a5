package org.earlyhelp.hub.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in person who has opened one page in an emergency: for this request they read as the front door does, and
 * everything they see is logged as emergency access with their reason.
 */
public final class EmergencySignIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Authentication own;
    private final String reason;

    /** {@code reason}: as given when the page was opened. */
    public EmergencySignIn(Authentication own, String reason) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + StaffRole.FRONT_DOOR.id())));
        this.own = own;
        this.reason = reason;
        setAuthenticated(true);
    }

    /** The sign-in with the person's own role. */
    public Authentication own() {
        return own;
    }

    /** In the person's own words; may hold personal data. */
    public String reason() {
        return reason;
    }

    @Override
    public String getName() {
        return own.getName();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return own.getPrincipal();
    }
}
