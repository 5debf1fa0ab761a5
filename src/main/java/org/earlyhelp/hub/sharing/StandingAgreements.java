package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;

/** The agreements that stand by a database, for a verb that runs without the hub. Stateless. */
public final class StandingAgreements {
    private StandingAgreements() {
    }

    /** By agency. A form that cannot be read any more is left out. */
    public static List<Agreement> of(DataSource database, LocalDate day) {
        AgreementVersionStore store = AgreementVersionStore.over(database);
        return store.standing(day).stream().filter(version -> !version.removed() && !version.agency().equals(Borough.AGENCY))
                .map(version -> store.text(version.number()).flatMap(text -> AgreementFile.kept(version.agency(), text).agreement()))
                .flatMap(Optional::stream).toList();
    }
}
