package org.earlyhelp.hub.sharing;

import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.KeysLeftBehind;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The room's beans: the agreements as read at start, the keys of the log, and the desk. */
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {
    @Bean
    AgreementBook agreementBook(HubSettings settings) {
        AgreementBook book = new AgreementBook();
        book.load(settings.configDir().resolve("agreements"));
        return book;
    }

    /** The log's keys; the start fails when the database needs one that is not there. */
    @Bean
    LogKeys logKeys(HubSettings settings, AgreementBook book, KeyTable table) {
        if (settings.demo()) {
            KeysLeftBehind.setFormerLogAside(settings.keyDir(), table);
        }
        return LogKeys.open(settings.keyDir(), table, () -> LogName.fresh(book.borough().slug()));
    }

    @Bean
    EntrySeal entrySeal(LogKeys keys) {
        return new EntrySeal(keys);
    }

    @Bean
    SideJournal sideJournal(HubSettings settings, EntrySeal seal) {
        return new SideJournal(settings.keyDir(), seal);
    }

    @Bean
    DisclosureDesk disclosureDesk(AgreementBook book, EntryTable table, LogWatch log, SideJournal journal, HubClock clock, PlatformTransactionManager transactions) {
        return new JdbcDisclosureDesk(book, table, log, journal, clock, transactions);
    }
}
