package org.earlyhelp.hub.alert.desk;

import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.stereotype.Component;

/** The CloudEvents source of this hub: one borough. */
@Component
public class HubSource {
    private final AgreementBook book;

    public HubSource(AgreementBook book) {
        this.book = book;
    }

    /** Such as {@code /early-help-hub/avonford}. */
    public String uri() {
        return "/early-help-hub/" + book.borough().slug();
    }
}
