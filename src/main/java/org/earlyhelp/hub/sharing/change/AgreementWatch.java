package org.earlyhelp.hub.sharing.change;

import java.time.LocalDate;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementNotices.Kind;
import org.earlyhelp.hub.sharing.AgreementNotices.WentOn;
import org.earlyhelp.hub.sharing.storage.AgreementNoticeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives information governance its notices: on their page and as a line of the log, each once. Thread-safe. */
@Component
public class AgreementWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AgreementWatch.class);
    private final AgreementBook book;
    private final AgreementNoticeStore store;
    private final HubClock clock;

    public AgreementWatch(AgreementBook book, AgreementNoticeStore store, HubClock clock) {
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /** Looks once at all dates, and at what went on today without an agreement. */
    public void look() {
        LocalDate today = clock.today();
        book.agreements().forEach(agreement -> DueNotices.of(agreement, today).forEach(due -> give(agreement.agency(), agreement.id(), due.kind(), due.day())));
        store.wentOnSince(London.startOf(today)).forEach(this::wentOn);
    }

    private void wentOn(WentOn agency) {
        String agreement = book.agreementOf(agency.agency()).map(known -> known.id()).orElse("none");
        give(agency.agency(), agreement, Kind.WENT_ON, clock.today());
    }

    private void give(String agency, String agreement, Kind kind, LocalDate due) {
        if (store.give(agency, agreement, kind, due, clock.now())) {
            LOG.warn("agreement {} with {} {} ({}); for information governance, on /agreements", agreement, agency, kind.words(), due);
        }
    }
}
