package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.kernel.HubClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an upload that the disk refuses. Linux's {@code /dev/full} is always full. */
@EnabledOnOs(OS.LINUX)
class UploadTests {
    private static final UploadPath TARGET = UploadPath.parse("/in/missing-children/notices.json").orElseThrow();
    private static final AccountName POLICE = new AccountName("avonford-police", null);
    private static final UploadRight RIGHT = new UploadRight(() -> List.of(new SftpAccount("avonford-police", List.of(), List.of("missing-children"))), Doorkeeper.NONE);
    @TempDir
    private Path root;

    @Test
    void isNeverWholeOnceTheDiskHasRefusedABlock() throws IOException {
        try (Upload upload = onFullDisk(root.resolve("hidden"))) {
            assertThatThrownBy(() -> upload.write(ByteBuffer.wrap(new byte[10]))).isInstanceOf(UploadRefused.class).hasMessageContaining("send it again later");

            assertThat(upload.isWhole()).isFalse();
        }
    }

    @Test
    void keepsNothingOfItThoughItsSenderClosesIt() throws IOException {
        SftpFolders folders = new SftpFolders(root);
        Files.createDirectories(folders.lane("avonford-police", "missing-children"));
        Path hidden = Files.createFile(root.resolve("hidden"));
        List<Object> news = new ArrayList<>();
        Upload upload = onFullDisk(hidden);
        assertThatThrownBy(() -> upload.write(ByteBuffer.wrap(new byte[10]))).isInstanceOf(UploadRefused.class);

        assertThatThrownBy(() -> new UploadStore(folders, HubClock.real(), news::add, RIGHT).close(POLICE, upload)).isInstanceOf(UploadRefused.class);

        assertThat(hidden).doesNotExist();
        assertThat(folders.lane("avonford-police", "missing-children")).isEmptyDirectory();
        assertThat(news).hasSize(1);
    }

    @Test
    void takesTheFileAllTheSameWhenNobodyCanBeTold() throws IOException {
        SftpFolders folders = new SftpFolders(root);
        Files.createDirectories(folders.lane("avonford-police", "missing-children"));
        Files.createDirectories(folders.in("avonford-police", "missing-children"));
        Files.createDirectories(folders.incoming());
        UploadStore store = new UploadStore(folders, HubClock.real(), news -> {
            throw new IllegalStateException("the database is away");
        }, RIGHT);
        Upload upload = store.begin(POLICE, TARGET, false);
        upload.write(ByteBuffer.wrap(new byte[10]));

        store.close(POLICE, upload);

        assertThat(folders.lane("avonford-police", "missing-children")).isNotEmptyDirectory();
    }

    private static Upload onFullDisk(Path hidden) throws IOException {
        return new Upload(FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE), hidden, TARGET, Doorkeeper.Claim.FREE);
    }
}
