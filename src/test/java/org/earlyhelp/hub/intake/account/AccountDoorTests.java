package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.sftp.Doorkeeper.Refusal;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.junit.jupiter.api.Test;

class AccountDoorTests {
    static final SftpAccount HAVEN = new SftpAccount(new AccountName("safe-haven", null), List.of(), List.of("domestic-abuse"), List.of(), new DoorTerms.Quota(2, 1));
    private static final List<SftpAccount> OPEN = List.of(HAVEN);
    private final MadeDoor made = new MadeDoor();
    private final AccountDoor door = made.door();

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            door.refused("safe-haven", Optional.of(HAVEN), address, Refusal.WRONG_KEY);
        }
    }

    @Test
    void raisesOneAlarmHoweverManyAddressesFail() {
        fail("192.0.2.1", 9);
        fail("192.0.2.2", 9);
        door.keepUp(OPEN);
        door.keepUp(OPEN);

        assertThat(made.raised()).containsExactly("sftp-lock-out safe-haven");
        made.forgive();
        door.keepUp(OPEN);
        assertThat(made.cleared()).containsExactly("sftp-lock-out safe-haven");

        fail("192.0.2.1", 5);
        door.keepUp(OPEN);
        assertThat(made.raised()).as("a new one after it was over").hasSize(2);
    }

    @Test
    void staysShutOverARestart() {
        fail("192.0.2.1", LockOut.FAILURES_LIMIT);
        door.keepUp(OPEN);

        AccountDoor restarted = made.restarted();
        restarted.keepUp(OPEN);

        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.1")).isTrue();
        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.2")).isFalse();
        made.forgive();
        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.1")).isFalse();
    }

    @Test
    void opensWhenSomebodyLiftsItAndShutsAnew() {
        assertThat(made.lift("safe-haven")).isInstanceOf(KeyDesk.Answer.Refused.class);
        fail("192.0.2.1", LockOut.FAILURES_LIMIT);
        door.keepUp(OPEN);

        assertThat(made.lift("safe-haven")).isInstanceOfSatisfying(KeyDesk.Answer.Done.class, done -> assertThat(done.about()).isEqualTo("192.0.2.1"));
        door.keepUp(OPEN);
        assertThat(door.isLockedOut("safe-haven", "192.0.2.1")).isFalse();
        assertThat(made.cleared()).containsExactly("sftp-lock-out safe-haven");
        made.aMinuteLater();
        fail("192.0.2.1", LockOut.FAILURES_LIMIT);
        door.keepUp(OPEN);
        assertThat(door.isLockedOut("safe-haven", "192.0.2.1")).as("the same lift opens no second lock-out").isTrue();
    }

    @Test
    void countsNamesThatNobodyHasAndKeepsNone() {
        for (int i = 0; i < LockOut.UNKNOWN_LIMIT; i++) {
            door.refused("guess-" + i, Optional.empty(), "192.0.2.9", Refusal.WRONG_KEY);
        }
        door.keepUp(OPEN);

        assertThat(door.isLockedOut("safe-haven", "192.0.2.9")).isTrue();
        assertThat(made.raised()).containsExactly("sftp-lock-out unknown names");
        assertThat(made.logins("guess-1")).isEmpty();
    }

    @Test
    void writesSignInsAndWhatARestartMustKnow() {
        door.signedIn(HAVEN, "192.0.2.1", "SHA256:abc");
        door.signedIn(HAVEN, "192.0.2.1", "SHA256:abc");
        door.keepUp(OPEN);
        door.signedIn(HAVEN, "192.0.2.1", "SHA256:abc");
        door.keepUp(OPEN);

        assertThat(made.logins("safe-haven")).singleElement().extracting(Login::times).isEqualTo(3L);
        made.delivered("safe-haven", 2);
        AccountDoor restarted = made.restarted();
        restarted.keepUp(OPEN);
        assertThat(restarted.claim(HAVEN, "concern", false)).isEmpty();
    }

    @Test
    void remembersFailuresOverARestart() {
        fail("192.0.2.1", LockOut.FAILURES_LIMIT - 1);
        door.keepUp(OPEN);

        AccountDoor restarted = made.restarted();
        restarted.keepUp(OPEN);

        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.1")).isFalse();
        restarted.refused("safe-haven", Optional.of(HAVEN), "192.0.2.1", Refusal.WRONG_KEY);
        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.1")).isTrue();
    }

    @Test
    void remembersNoFailureBeforeASignInOrOutsideTheWindow() {
        fail("192.0.2.1", LockOut.FAILURES_LIMIT - 1);
        made.aMinuteLater();
        door.signedIn(HAVEN, "192.0.2.1", "SHA256:abc");
        fail("192.0.2.2", LockOut.FAILURES_LIMIT - 1);
        door.keepUp(OPEN);

        AccountDoor restarted = made.restarted();
        restarted.keepUp(OPEN);
        restarted.refused("safe-haven", Optional.of(HAVEN), "192.0.2.1", Refusal.WRONG_KEY);
        assertThat(restarted.isLockedOut("safe-haven", "192.0.2.1")).isFalse();

        made.forgive();
        AccountDoor later = made.restarted();
        later.keepUp(OPEN);
        later.refused("safe-haven", Optional.of(HAVEN), "192.0.2.2", Refusal.WRONG_KEY);
        assertThat(later.isLockedOut("safe-haven", "192.0.2.2")).isFalse();
    }
}
