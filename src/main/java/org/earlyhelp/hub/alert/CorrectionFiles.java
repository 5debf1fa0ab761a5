package org.earlyhelp.hub.alert;

import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.sharing.DisclosureRequest;

/** Asks whoever sent something for a correction, in the {@code /out/} folder of the account that sent it, the way outcomes go there: as {@code <entry>.correction.json}. */
public interface CorrectionFiles {
    /**
     * What came of it: {@code entry} or {@code refusal} is null.
     *
     * @param entry   log entry of the file that goes
     * @param refusal why none goes, in plain words
     * @param waits   it is refused only while the sharing log is stopped: ask again when that goes on
     */
    record Asked(String entry, String refusal, boolean waits) {
        /** The entry of the file, where one goes. */
        public Optional<String> file() {
            return Optional.ofNullable(entry);
        }
    }

    /** Puts the text down to be written if the request is allowed in full, in the caller's transaction. */
    Asked ask(AccountName account, DisclosureRequest request, String text);
}
