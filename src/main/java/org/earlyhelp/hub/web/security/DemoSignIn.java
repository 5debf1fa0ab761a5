package org.earlyhelp.hub.web.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.web.SignInAccounts;
import org.earlyhelp.hub.web.StaffRole;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts of a demonstration: one for each role, named like it. Thread-safe. */
final class DemoSignIn implements UserDetailsService {
    private final SignInAccounts accounts;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Map<StaffRole, String> encoded = new ConcurrentHashMap<>();

    DemoSignIn(SignInAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        StaffRole role = StaffRole.named(name).filter(known -> accounts.passwords().containsKey(known.id()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        String password = encoded.computeIfAbsent(role, known -> encoder.encode(accounts.passwords().get(known.id())));
        return User.withUsername(role.id()).password(password).roles(role.id()).build();
    }
}
