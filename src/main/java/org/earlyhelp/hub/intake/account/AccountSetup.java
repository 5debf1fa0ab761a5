package org.earlyhelp.hub.intake.account;

import org.earlyhelp.hub.intake.account.storage.AccountKeyStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key desk of a running hub: over the agreements in force. */
@Configuration(proxyBeanMethods = false)
class AccountSetup {
    @Bean
    KeyDesk keyDesk(AgreementBook agreements, AccountKeyStore store, HubClock clock, HubSettings settings) {
        return new KeyDesk(agreements::agreements, store, clock, settings.demo());
    }
}
