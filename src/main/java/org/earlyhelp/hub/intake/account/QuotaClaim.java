package org.earlyhelp.hub.intake.account;

import org.earlyhelp.hub.intake.sftp.Doorkeeper;
import org.earlyhelp.hub.kernel.HubClock;

/** What one upload takes of its account's quota: counted while it is written, given back when it is cut. Thread-safe. */
final class QuotaClaim implements Doorkeeper.Claim {
    private final QuotaBook book;
    private final String account;
    private final int files;
    private final long limitBytes;
    private final HubClock clock;
    private long bytes;
    private boolean ended;

    /** Of an upload that the book knows; {@code limitBytes} is what the account may send in all. */
    QuotaClaim(QuotaBook book, String account, int files, long limitBytes, HubClock clock) {
        this.book = book;
        this.account = account;
        this.files = files;
        this.limitBytes = limitBytes;
        this.clock = clock;
    }

    @Override
    public synchronized boolean upTo(long brought) {
        if (brought > bytes) {
            if (!book.grow(account, brought - bytes, limitBytes, clock.now())) {
                return false;
            }
            bytes = brought;
        }
        return true;
    }

    @Override
    public void keep(long brought) {
        end(new Sent(files, brought));
    }

    @Override
    public void giveBack() {
        end(Sent.NOTHING);
    }

    private synchronized void end(Sent counts) {
        if (!ended) {
            ended = true;
            book.end(account, new Sent(files, bytes), counts, clock.now());
        }
    }
}
