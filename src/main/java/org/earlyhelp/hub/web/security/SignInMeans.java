package org.earlyhelp.hub.web.security;

import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.web.SignInAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/** How people prove who they are: demo accounts, or the council's own sign-in service. Never both. */
@Configuration(proxyBeanMethods = false)
class SignInMeans {
    /** The one registration; the way back is {@code /login/oauth2/code/hub}. */
    static final String REGISTRATION = "hub";

    /** Without demo accounts nobody can sign in by password, and no generated account comes to be. */
    @Bean
    UserDetailsService userDetailsService(HubSettings settings, ObjectProvider<SignInAccounts> accounts) {
        SignInAccounts demo = settings.demo() ? accounts.getIfAvailable() : null;
        return demo != null ? new DemoSignIn(demo) : name -> {
            throw new UsernameNotFoundException("sign-in is by OpenID Connect");
        };
    }

    /** Asks the sign-in service for its details when the first person signs in, so that the hub starts while it is away. */
    @Bean
    ClientRegistrationRepository clientRegistrationRepository(HubSettings settings, @Value("${hub.oidc-issuer:}") String issuer,
            @Value("${hub.oidc-client-id:}") String id, @Value("${hub.oidc-client-secret:}") String secret) {
        if (!settings.demo() && (issuer.isBlank() || id.isBlank())) {
            throw new StartFailure("'ehub run' needs HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_ID and HUB_OIDC_CLIENT_SECRET: nobody could sign in");
        }
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration(issuer, id, secret)));
    }

    private static ClientRegistration registration(String issuer, String id, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer).registrationId(REGISTRATION).clientId(id).clientSecret(secret)
                .scope("openid", "profile").userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build()).build();
    }
}
