package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;

/** How much an account may still send. Thread-safe. */
final class UploadRight {
    private final Supplier<List<SftpAccount>> accounts;
    private final Doorkeeper keeper;

    UploadRight(Supplier<List<SftpAccount>> accounts, Doorkeeper keeper) {
        this.accounts = accounts;
        this.keeper = keeper;
    }

    /** What a file that begins now takes of its account's quota. Throws IOException with a sentence for the sender when that is used up. */
    Doorkeeper.Claim claim(AccountName name, UploadPath target, boolean resumed) throws IOException {
        SftpAccount account = accounts.get().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> ReadOnlyFileAccess.refused("this account is closed"));
        return keeper.claim(account, target.feed(), resumed)
                .orElseThrow(() -> new UploadRefused("the quota of this account is used up: " + account.quota().files() + " files and "
                        + account.quota().megabytes() + " MB in 24 hours; nothing of this file is taken, send it later or ask the hub's operator"));
    }
}
