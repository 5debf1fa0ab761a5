package org.earlyhelp.hub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class GroupRolesTests {
    @Test
    void takesRolesFromGroupsOfTheirName() {
        assertThat(rolesOf(List.of("ig", "early-help-hub-operator", "everyone"))).containsExactlyInAnyOrder("ROLE_ig", "ROLE_operator");
    }

    @Test
    void givesNoRoleToAnyoneElse() {
        assertThat(rolesOf(List.of("staff", "ROLE_ig", "IG"))).isEmpty();
        assertThat(rolesOf("ig")).isEmpty();
        assertThat(rolesOf(null)).isEmpty();
    }

    private static List<String> rolesOf(Object groups) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "42"));
        if (groups != null) {
            claims.put(GroupRoles.CLAIM, groups);
        }
        OidcIdToken token = new OidcIdToken("token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), claims);
        return new GroupRoles().mapAuthorities(List.of(new OidcUserAuthority(token))).stream().map(GrantedAuthority::getAuthority).map(String.class::cast).toList();
    }
}
