package org.earlyhelp.hub.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page: the account and the one role it acts in.
 *
 * @param emergency the reason with which this one page was opened in an emergency; null for all that the role may open
 */
public record Viewer(String account, StaffRole role, String emergency) {
    private static final String PREFIX = "ROLE_";

    /** Who opens what the role may open. */
    public Viewer(String account, StaffRole role) {
        this(account, role, null);
    }

    /** Of a signed-in person; throws IllegalStateException when the account has none of the roles. */
    public static Viewer of(Authentication authentication) {
        return find(authentication).orElseThrow(() -> new IllegalStateException("an account without a role came this far"));
    }

    /** Empty for nobody, and for an account that has none of the roles. */
    public static Optional<Viewer> find(Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        Set<String> authorities = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
        return Arrays.stream(StaffRole.values()).filter(role -> authorities.contains(PREFIX + role.id())).findFirst()
                .map(role -> new Viewer(authentication.getName(), role, authentication instanceof EmergencySignIn opened ? opened.reason() : null));
    }

    /** As the sharing log names them. */
    public Recipient recipient() {
        return Recipient.role(role.id(), account);
    }

    /** How the sharing log calls what they see. */
    public ActKind act() {
        return emergency == null ? ActKind.VIEWED : ActKind.BREAK_GLASS;
    }

    /** The reason given now, else the one of the emergency; null for neither. */
    public String reasonOr(String given) {
        return given == null ? emergency : given;
    }

    /** Whether they see it in their own role, not in an emergency. */
    public boolean isOwn() {
        return emergency == null;
    }

    /** Whether they may acknowledge and decide. */
    public boolean mayAct() {
        return isOwn() && (role == StaffRole.FRONT_DOOR || role == StaffRole.MANAGER);
    }

    /** Whether they may set a level. */
    public boolean mayOverride() {
        return isOwn() && role == StaffRole.MANAGER;
    }

    /** Whether a reason must be given before any person's data is shown. */
    public boolean needsReason() {
        return role == StaffRole.IG || role == StaffRole.OPERATOR;
    }
}
