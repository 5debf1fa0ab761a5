package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.account.KeyDesk.Answer;
import org.earlyhelp.hub.intake.account.storage.AccountKeyStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDeskTests {
    private static final String HAVEN = "safe-haven";
    private static final String WHY = "their server is replaced";
    private final KeyPair fileKey = SomeKey.pair();
    private final KeyPair newKey = SomeKey.pair();
    private final AgreementBook agreements = new AgreementBook();
    @TempDir
    private Path folder;
    private DataSource database;
    private KeyDesk desk;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        for (String name : List.of("borough", HAVEN, "clearwater")) {
            Files.copy(Path.of("agreements", name + ".yaml"), folder.resolve(name + ".yaml"));
        }
        Path haven = folder.resolve(HAVEN + ".yaml");
        Files.writeString(haven, Files.readString(haven).replaceAll("(?m)^keys: \\[\\].*$", "keys: [\"" + SomeKey.line(fileKey) + "\"]"));
        IntakeHub.copy(Path.of("agreements/schema"), folder.resolve("schema"));
        agreements.load(folder);
        desk = desk(false);
    }

    private KeyDesk desk(boolean atOnce) {
        return new KeyDesk(agreements::agreements, AccountKeyStore.over(database), HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")), atOnce);
    }

    private List<String> opening() {
        AccountBook book = new AccountBook(agreements, desk, HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")));
        return book.accounts(account -> Optional.empty()).stream().filter(account -> account.home().equals(HAVEN)).map(SftpAccount::publicKeys).findFirst().orElseThrow();
    }

    @Test
    void opensOnlyAfterASecondPerson() {
        assertThat(desk.propose(HAVEN, SomeKey.line(newKey) + " backup server", "ann", WHY)).isInstanceOf(Answer.Done.class);
        assertThat(opening()).containsExactly(SomeKey.line(fileKey));

        assertThat(desk.confirm(HAVEN, SomeKey.fingerprint(newKey), "ann")).isInstanceOf(Answer.Refused.class);
        assertThat(opening()).containsExactly(SomeKey.line(fileKey));

        assertThat(desk.confirm(HAVEN, SomeKey.fingerprint(newKey), "ben")).isInstanceOf(Answer.Done.class);
        assertThat(opening()).containsExactly(SomeKey.line(fileKey), SomeKey.line(newKey));
        assertThat(desk.confirm(HAVEN, SomeKey.fingerprint(newKey), "cat")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void opensAtOnceInADemonstration() {
        desk = desk(true);
        desk.propose(HAVEN, SomeKey.line(newKey), "ann", WHY);

        assertThat(opening()).contains(SomeKey.line(newKey));
    }

    @Test
    void keepsARetiredKeyShutWhateverTheFileSays() {
        assertThat(desk.retire(HAVEN, SomeKey.fingerprint(fileKey), "ann", "laptop lost")).isInstanceOfSatisfying(Answer.Done.class,
                done -> assertThat(done.words()).contains("It was the last one of safe-haven"));
        agreements.load(folder);

        assertThat(opening()).isEmpty();
        assertThat(desk.retire(HAVEN, SomeKey.fingerprint(fileKey), "ben", "again")).isInstanceOf(Answer.Refused.class);
        assertThat(desk.propose(HAVEN, SomeKey.line(fileKey), "ann", WHY)).isInstanceOf(Answer.Refused.class);
        assertThat(desk.keys(HAVEN)).singleElement().satisfies(key -> {
            assertThat(key.ofAgreement()).isTrue();
            assertThat(key.state()).isEqualTo(AccountKey.State.RETIRED);
            assertThat(key.retiredBy()).isEqualTo("ann");
        });
    }

    @Test
    void keepsAnAddedKeyWhenTheAgreementsAreReadAgain() {
        desk.propose(HAVEN, SomeKey.line(newKey), "ann", WHY);
        desk.confirm(HAVEN, SomeKey.fingerprint(newKey), "ben");
        agreements.load(folder);
        desk = desk(false);

        assertThat(opening()).containsExactly(SomeKey.line(fileKey), SomeKey.line(newKey));
        assertThat(desk.keys(HAVEN)).extracting(AccountKey::ofAgreement).containsExactly(true, false);
    }

    @Test
    void givesAKeyToOneAccountOnly() {
        desk.propose(HAVEN, SomeKey.line(newKey), "ann", WHY);

        assertThat(desk.propose("clearwater", SomeKey.line(newKey), "ann", WHY)).isInstanceOf(Answer.Refused.class);
        assertThat(desk.propose("clearwater", SomeKey.line(fileKey), "ann", WHY)).isInstanceOf(Answer.Refused.class);
        assertThat(desk.propose("nobody", SomeKey.line(SomeKey.pair()), "ann", WHY)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void refusesWhatIsNoPublicKeyAndNeverRepeatsIt() {
        for (String text : List.of("", "ssh-ed25519", "command=\"x\" " + SomeKey.line(newKey), "ssh-ed25519 AAAA", "-----BEGIN OPENSSH PRIVATE KEY-----\nsecret", "x".repeat(PublicKeyLine.LIMIT_CHARACTERS + 1))) {
            assertThat(desk.propose(HAVEN, text, "ann", WHY)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.words()).doesNotContain("secret").isNotBlank());
        }
        assertThat(desk.keys(HAVEN)).hasSize(1);
    }

    @Test
    void addsNoMoreThanTwentyKeys() {
        for (int i = 0; i < KeyDesk.ADDED_LIMIT; i++) {
            desk.propose(HAVEN, SomeKey.line(SomeKey.pair()), "ann", WHY);
        }

        assertThat(desk.propose(HAVEN, SomeKey.line(newKey), "ann", WHY)).isInstanceOf(Answer.Refused.class);
    }
}
