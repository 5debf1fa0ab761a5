package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.intake.account.Login;
import org.earlyhelp.hub.intake.account.SomeKey;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.junit.jupiter.api.Test;

/** Who gets through the door of the SFTP server, and for how long. */
class SftpDoorTests extends SftpDoorTest {
    @Test
    void retiresAKeyThoughAHomeCannotBeMade() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL));
        ClientSession session = signIn(SCHOOL.toString(), old);
        Path inTheWay = Files.writeString(folders.home("avonford-police"), "a file where the folder should be");

        accounts = List.of(new SftpAccount("avonford-police", List.of(), List.of("missing-children")), account(List.of(fresh), List.of(), DoorTerms.Quota.USUAL));

        await().atMost(LIMIT).until(() -> !session.isOpen());
        refuse(SCHOOL.toString(), old);
        Files.delete(inTheWay);
        await().atMost(LIMIT).until(() -> Files.isDirectory(folders.in("avonford-police", "missing-children")));
    }

    @Test
    void endsASessionWhoseKeyIsRetired() throws Exception {
        serve(account(List.of(old, fresh), List.of(), DoorTerms.Quota.USUAL));
        ClientSession lost = signIn(SCHOOL.toString(), old);
        ClientSession kept = signIn(SCHOOL.toString(), fresh);
        SftpClient.CloseableHandle half = SftpClientFactory.instance().createSftpClient(lost).open("/in/school-attendance/half.csv", SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);
        assertThat(half.isOpen()).isTrue();

        accounts = List.of(account(List.of(fresh), List.of(), DoorTerms.Quota.USUAL));

        await().atMost(LIMIT).until(() -> !lost.isOpen());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(news).contains(new UploadCut("avonford-schools", "oak-primary", "school-attendance", "half.csv", 0, false)));
        refuse(SCHOOL.toString(), old);
        upload(kept, "/in/school-attendance/whole.csv");
    }

    @Test
    void letsInOnlyFromAgreedAddresses() throws Exception {
        serve(account(List.of(old), List.of(AddressRange.parse("192.0.2.0/24").orThrow()), DoorTerms.Quota.USUAL));
        refuse(SCHOOL.toString(), old);
        server.close();

        serve(account(List.of(old), List.of(AddressRange.parse("127.0.0.0/8").orThrow()), DoorTerms.Quota.USUAL));
        signIn(SCHOOL.toString(), old).close();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.logins(SCHOOL.toString())).extracting(Login::result)
                .contains(Login.Result.WRONG_ADDRESS, Login.Result.SIGNED_IN));
    }

    @Test
    void locksOutWhoFailsAgainAndAgain() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL));
        KeyPair wrong = SomeKey.pair();
        shut(wrong);
        refuse(SCHOOL.toString(), wrong);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.logins(SCHOOL.toString())).extracting(Login::result).contains(Login.Result.LOCKED_OUT));
        made.forgive();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.cleared()).hasSize(1));
    }

    @Test
    void letsTheRightKeyInWhereAnOldProgramIsLockedOut() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL));
        shut(SomeKey.pair());

        try (ClientSession session = signIn(SCHOOL.toString(), old)) {
            upload(session, "/in/missing-children/urgent.json");
        }
    }

    @Test
    void letsTheRightKeyInFromWhereOthersGuessNames() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL));
        KeyPair wrong = SomeKey.pair();
        for (int i = 0; i < 20; i++) {
            refuse("guess-" + i, wrong);
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.raised()).singleElement().asString().contains("unknown names"));

        signIn(SCHOOL.toString(), old).close();
    }

    private void shut(KeyPair wrong) {
        for (int i = 0; i < 5; i++) {
            refuse(SCHOOL.toString(), wrong);
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.raised()).singleElement().asString().contains("sftp-lock-out avonford-schools.oak-primary"));
    }

    @Test
    void countsNoFailureForAKeyOfferedBeforeTheRightOne() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL));
        for (int i = 0; i < 7; i++) {
            ClientSession session = ssh.connect(SCHOOL.toString(), "127.0.0.1", port).verify(LIMIT).getSession();
            session.addPublicKeyIdentity(SomeKey.pair());
            session.addPublicKeyIdentity(old);
            session.auth().verify(LIMIT);
            session.close(true);
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.logins(SCHOOL.toString())).singleElement().satisfies(login -> {
            assertThat(login.times()).isEqualTo(7);
            assertThat(login.fingerprint()).isEqualTo(SomeKey.fingerprint(old));
            assertThat(login.address()).isEqualTo("127.0.0.1");
        }));
    }

    @Test
    void keepsSendersApartInHomesOfTheirOwn() throws Exception {
        serve(account(List.of(old), List.of(), DoorTerms.Quota.USUAL), new SftpAccount("avonford-schools", List.of(SomeKey.line(fresh)), List.of("school-attendance")));
        signIn("avonford-schools", fresh).close();
        refuse("avonford-schools", old);
        try (ClientSession session = signIn(SCHOOL.toString(), old); SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            upload(session, "/in/school-attendance/x.csv");
            assertThatThrownBy(() -> sftp.stat("/../avonford-schools/in")).isInstanceOf(SftpException.class);
        }
        assertThat(folders.lane("avonford-schools", "school-attendance").toFile().list()).singleElement().asString().endsWith(".live@oak-primary~x.csv");
        assertThat(Optional.ofNullable(folders.in("avonford-schools", "school-attendance").toFile().list()).orElseThrow()).isEmpty();
    }
}
