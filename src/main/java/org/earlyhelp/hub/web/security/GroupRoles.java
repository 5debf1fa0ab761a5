package org.earlyhelp.hub.web.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.web.StaffRole;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * Roles from the {@code groups} claim of the sign-in service: a group named like a role, or {@code early-help-hub-}
 * and a role. Anyone else is signed in without a role and may open nothing.
 */
final class GroupRoles implements GrantedAuthoritiesMapper {
    static final String CLAIM = "groups";
    static final String GROUP_PREFIX = "early-help-hub-";

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        Set<GrantedAuthority> roles = new HashSet<>();
        for (GrantedAuthority authority : authorities) {
            if (authority instanceof OidcUserAuthority user) {
                groups(user).forEach(group -> StaffRole.named(group).ifPresent(role -> roles.add(new SimpleGrantedAuthority("ROLE_" + role.id()))));
            }
        }
        return roles;
    }

    private static List<String> groups(OidcUserAuthority user) {
        Object claim = user.getAttributes().get(CLAIM);
        return claim instanceof Collection<?> groups
                ? groups.stream().map(String::valueOf).map(group -> group.startsWith(GROUP_PREFIX) ? group.substring(GROUP_PREFIX.length()) : group).toList()
                : List.of();
    }
}
