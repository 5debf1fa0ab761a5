package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.sftp.Doorkeeper.Claim;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.junit.jupiter.api.Test;

/** What the quota of an account lets through. */
class AccountQuotaTests {
    private static final SftpAccount HAVEN = AccountDoorTests.HAVEN;
    private static final List<SftpAccount> OPEN = List.of(HAVEN);
    private static final long MEGABYTE = 1L << 20;
    private final MadeDoor made = new MadeDoor();
    private final AccountDoor door = made.door();

    @Test
    void stopsBeyondTheQuotaSaveWhatIsAboutDanger() {
        send(MEGABYTE - 10);
        Claim last = claim();
        assertThat(last.upTo(11)).isFalse();
        assertThat(last.upTo(10)).isTrue();
        last.keep(10);

        assertThat(door.claim(HAVEN, "concern", false)).isEmpty();
        Claim danger = door.claim(HAVEN, "domestic-abuse", false).orElseThrow();
        assertThat(danger.upTo(3 * MEGABYTE)).isTrue();
        danger.giveBack();
        door.keepUp(OPEN);
        assertThat(made.raised()).containsExactly("sftp-quota safe-haven");
        made.aDayLater();
        door.keepUp(OPEN);
        door.keepUp(OPEN);
        assertThat(made.cleared()).containsExactly("sftp-quota safe-haven");
    }

    @Test
    void countsWhatIsBeingSent() {
        Claim one = claim();
        Claim other = claim();
        assertThat(door.claim(HAVEN, "concern", false)).as("two files are all").isEmpty();
        assertThat(one.upTo(MEGABYTE - 10)).isTrue();
        assertThat(other.upTo(11)).isFalse();
        assertThat(other.upTo(10)).isTrue();

        one.giveBack();
        one.keep(MEGABYTE);

        assertThat(other.upTo(MEGABYTE)).as("what was cut is given back, once").isTrue();
        assertThat(door.claim(HAVEN, "concern", false)).as("no byte is left").isEmpty();
    }

    @Test
    void neverPromisesTheSameByteTwice() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        SftpAccount busy = withQuota(8, 1);
        AtomicLong taken = new AtomicLong();
        for (int i = 0; i < 8; i++) {
            Claim claim = door.claim(busy, "concern", false).orElseThrow();
            senders.execute(() -> {
                for (long sent = 1_000; claim.upTo(sent); sent += 1_000) {
                    taken.addAndGet(1_000);
                }
            });
        }
        senders.shutdown();

        assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(taken.get()).isEqualTo(MEGABYTE / 1_000 * 1_000);
    }

    @Test
    void letsAPartialFileGoOnThoughNoFurtherMayBegin() {
        send(100);
        send(100);

        Claim resumed = door.claim(HAVEN, "concern", true).orElseThrow();
        assertThat(resumed.upTo(50)).isTrue();
        resumed.keep(50);

        assertThat(door.claim(HAVEN, "concern", false)).isEmpty();
    }

    @Test
    void endsTheAlarmOnceTheAgreementAllowsMore() {
        send(1);
        send(1);
        door.claim(HAVEN, "concern", false);
        door.keepUp(OPEN);
        assertThat(made.raised()).containsExactly("sftp-quota safe-haven");

        door.keepUp(List.of(withQuota(3, 1)));

        assertThat(made.cleared()).containsExactly("sftp-quota safe-haven");
    }

    private Claim claim() {
        return door.claim(HAVEN, "concern", false).orElseThrow();
    }

    private void send(long bytes) {
        Claim claim = claim();
        assertThat(claim.upTo(bytes)).isTrue();
        claim.keep(bytes);
    }

    private static SftpAccount withQuota(int files, long megabytes) {
        return new SftpAccount(HAVEN.name(), List.of(), List.of("domestic-abuse"), List.of(), new DoorTerms.Quota(files, megabytes));
    }
}
