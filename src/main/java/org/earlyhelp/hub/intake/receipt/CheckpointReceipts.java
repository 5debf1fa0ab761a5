package org.earlyhelp.hub.intake.receipt;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.earlyhelp.hub.intake.PublishedFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.springframework.stereotype.Component;

/** Puts the day's checkpoint of the sharing log among every agency's receipts, so that many hands hold what the hub signed. */
@Component
class CheckpointReceipts implements CheckpointReceiver {
    private final AgreementBook agreements;
    private final SftpFolders folders;
    private final HubClock clock;

    CheckpointReceipts(AgreementBook agreements, SftpFolders folders, HubClock clock) {
        this.agreements = agreements;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public void take(LocalDate day, String note) {
        byte[] content = note.getBytes(StandardCharsets.UTF_8);
        agreements.agreements().forEach(agreement ->
                PublishedFile.put(folders, folders.receipts(agreement.agency()).resolve("sharing-log-" + day + ".checkpoint"), content, clock));
    }
}
