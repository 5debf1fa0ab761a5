package org.earlyhelp.hub.rights.retain;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.stereotype.Component;

/** The periods that the agreements name. */
@Component
class Agreed {
    private final AgreementBook book;

    Agreed(AgreementBook book) {
        this.book = book;
    }

    List<Expiry> expiries(LocalDate asOf) {
        return Expiry.of(book.agreements(), asOf);
    }
}
