package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;

/** How much an account may still send, and what it has sent. Thread-safe. */
final class UploadRight {
    private final Supplier<List<SftpAccount>> accounts;
    private final Doorkeeper keeper;

    UploadRight(Supplier<List<SftpAccount>> accounts, Doorkeeper keeper) {
        this.accounts = accounts;
        this.keeper = keeper;
    }

    /** The most bytes a file may have that begins now. Throws IOException with a sentence for the sender when it may have none. */
    long allowance(AccountName name, UploadPath target) throws IOException {
        SftpAccount account = account(name);
        long left = Math.min(keeper.allowance(account, target.feed()), AgencySftpServer.UPLOAD_LIMIT_BYTES);
        if (left <= 0) {
            throw new UploadRefused("the quota of this account is used up: " + account.quota().files() + " files and "
                    + account.quota().megabytes() + " MB in 24 hours; nothing of this file is taken, send it later or ask the hub's operator");
        }
        return left;
    }

    /** Counts files that were begun, and bytes that came. */
    void sent(AccountName name, int files, long bytes) {
        find(name).ifPresent(account -> keeper.sent(account, files, bytes));
    }

    private SftpAccount account(AccountName name) throws IOException {
        return find(name).orElseThrow(() -> ReadOnlyFileAccess.refused("this account is closed"));
    }

    private Optional<SftpAccount> find(AccountName name) {
        return accounts.get().stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
