package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.junit.jupiter.api.Test;

/** How much an account may send: also by several uploads at a time. */
class SftpQuotaTests extends SftpDoorTest {
    @Test
    void refusesBeyondTheQuotaButNeverANoticeOfDanger() throws Exception {
        serve(account(List.of(old), List.of(), new DoorTerms.Quota(2, 1)));
        try (ClientSession session = signIn(SCHOOL.toString(), old)) {
            upload(session, "/in/school-attendance/1.csv");
            upload(session, "/in/school-attendance/2.csv");
            assertThatThrownBy(() -> upload(session, "/in/school-attendance/3.csv")).isInstanceOf(SftpException.class).hasMessageContaining("quota of this account is used up: 2 files");

            upload(session, "/in/missing-children/urgent.json");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(made.raised()).singleElement().asString().contains("sftp-quota"));
    }

    @Test
    void countsUploadsThatBeganTogether() throws Exception {
        serve(account(List.of(old), List.of(), new DoorTerms.Quota(10, 1)));
        try (ClientSession session = signIn(SCHOOL.toString(), old)) {
            Half one = begin(session, "/in/school-attendance/1.csv");
            Half other = begin(signIn(SCHOOL.toString(), old), "/in/school-attendance/2.csv");
            one.write(600_000);

            assertThatThrownBy(() -> other.write(600_000)).isInstanceOf(SftpException.class).hasMessageContaining("larger than what is left of this account's quota");
            assertThatThrownBy(other::close).as("nothing of it is taken").isInstanceOf(SftpException.class);
            one.close();
        }
        assertThat(folders.lane("avonford-schools", "school-attendance").toFile().list()).singleElement().asString().endsWith("1.csv");
    }

    @Test
    void givesBackWhatACutLineWasSending() throws Exception {
        serve(account(List.of(old), List.of(), new DoorTerms.Quota(1, 1)));
        ClientSession lost = signIn(SCHOOL.toString(), old);
        Half half = begin(lost, "/in/school-attendance/half.csv");
        half.write(900_000);
        try (ClientSession session = signIn(SCHOOL.toString(), old)) {
            assertThatThrownBy(() -> upload(session, "/in/school-attendance/whole.csv")).isInstanceOf(SftpException.class).hasMessageContaining("quota of this account is used up");
            upload(session, "/in/missing-children/urgent.json");
        }
        accounts = List.of(account(List.of(old), List.of(), new DoorTerms.Quota(2, 1)));

        lost.close(true);

        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
            try (ClientSession session = signIn(SCHOOL.toString(), old)) {
                upload(session, "/in/school-attendance/whole.csv");
            }
        });
    }

    @Test
    void endsTheAlarmOfAFullAccountWhoseQuotaIsRaised() throws Exception {
        serve(account(List.of(old), List.of(), new DoorTerms.Quota(1, 1)));
        try (ClientSession session = signIn(SCHOOL.toString(), old)) {
            upload(session, "/in/school-attendance/1.csv");
            assertThatThrownBy(() -> upload(session, "/in/school-attendance/2.csv")).isInstanceOf(SftpException.class);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(made.raised()).hasSize(1));

            accounts = List.of(account(List.of(old), List.of(), new DoorTerms.Quota(2, 1)));

            await().atMost(LIMIT).untilAsserted(() -> assertThat(made.cleared()).containsExactlyElementsOf(made.raised()));
            upload(session, "/in/school-attendance/2.csv");
        }
    }

    private static Half begin(ClientSession session, String path) throws IOException {
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        return new Half(sftp, sftp.open(path, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create, SftpClient.OpenMode.Truncate));
    }

    /** An upload that is not yet closed. */
    private record Half(SftpClient sftp, SftpClient.CloseableHandle file) {
        void write(int bytes) throws IOException {
            sftp.write(file, 0, new byte[bytes]);
        }

        void close() throws IOException {
            sftp.close(file);
        }
    }
}
