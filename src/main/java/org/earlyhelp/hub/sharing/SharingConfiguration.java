package org.earlyhelp.hub.sharing;

import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The room's beans: the agreements as read at start, and the desk. */
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {
    @Bean
    AgreementBook agreementBook(HubSettings settings) {
        AgreementBook book = new AgreementBook();
        book.load(settings.configDir().resolve("agreements"));
        return book;
    }

    @Bean
    DisclosureDesk disclosureDesk(AgreementBook book, EntryTable table, HubClock clock, PlatformTransactionManager transactions) {
        return new JdbcDisclosureDesk(book, table, clock, transactions);
    }
}
