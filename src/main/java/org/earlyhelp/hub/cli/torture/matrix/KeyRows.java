package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;
import org.earlyhelp.hub.intake.account.KeyDesk;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;

/** Keys that change while a file is under way. */
final class KeyRows {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OPERATOR = "matrix";
    private static final String REASON = "a row of the fault matrix";

    private KeyRows() {
    }

    static List<Row> rows() {
        return List.of(Row.slow("F57", "an agency's key, and the keys of the log, change while a file is under way", KeyRows::changedMeanwhile));
    }

    private static List<Finding> changedMeanwhile(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            List<Finding> findings = new ArrayList<>();
            DataSource database = HubTables.databaseOf(hub.hub());
            KeyDesk desk = KeyDesk.over(database, HubClock.real(), true);
            KeyPair old = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            String oldMark = add(desk, old);
            hub.send(POLICE, MISSING, "f57-0.json", text(0));
            try (SftpDoor door = opened(hub, old)) {
                Begun going = Begun.at(door, "f57-1.json", bytes(text(1)));
                KeyPair next = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
                add(desk, next);
                KeptLog.rotate(database, hub.folder().keys(), HubClock.real(), KeptLog.KeyKind.SEAL, OPERATOR, REASON);
                KeptLog.rotate(database, hub.folder().keys(), HubClock.real(), KeptLog.KeyKind.SIGNING, OPERATOR, REASON);
                going.end();
                Answer whole = hub.answer(POLICE, "f57-1.json");
                findings.add(Finding.that("a file that was under way when keys were added and changed is taken", whole.stage().equals("ACCEPTED"), whole));
                Begun.at(door, "f57-2.json", bytes(text(2)));
                desk.retire(POLICE, oldMark, OPERATOR, REASON);
                Answer cut = hub.answer(POLICE, "f57-2.json");
                findings.add(Finding.that("one that was under way when its key was retired is cut, and its sender is told", cut.inShort().equals("INCOMPLETE 0/0/0"), cut));
                findings.add(Finding.that("the retired key opens nothing", !opens(hub, old), "it opened a session"));
                try (SftpDoor renewed = opened(hub, next)) {
                    renewed.send(MISSING, "f57-2.json", bytes(text(2)));
                }
            }
            Answer again = hub.answer(POLICE, "f57-2.json");
            findings.add(Finding.that("sent again with the new key it is taken", again.stage().equals("ACCEPTED"), again));
            hub.settle();
            findings.add(Finding.same("every notice is held once", List.of("F57-0@1", "F57-1@1", "F57-2@1"), hub.held("F57-")));
            findings.add(Finding.that("one alert for each child", hub.alerts("F57-").size() == 3, hub.alerts("F57-")));
            findings.add(Finding.that("the raw copies from before and after can be read", copies(hub).containsAll(List.of(text(0), text(1), text(2))), "one of the three is not among them"));
            findings.add(LogJudge.isSound(hub.hub()));
            return findings;
        }
    }

    private static String text(int number) {
        return notice("F57-" + number, 1, child("newkey" + number));
    }

    /** An upload of which the first half is written. */
    private record Begun(SftpClient client, SftpClient.CloseableHandle handle, byte[] content) {
        static Begun at(SftpDoor door, String name, byte[] content) throws IOException {
            SftpClient.CloseableHandle handle = door.client().open("/in/" + MISSING + "/" + name, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);
            door.client().write(handle, 0, content, 0, content.length / 2);
            return new Begun(door.client(), handle, content);
        }

        void end() throws IOException {
            client.write(handle, content.length / 2, content, content.length / 2, content.length - content.length / 2);
            handle.close();
        }
    }

    /** Adds the key to the account and returns its fingerprint. */
    private static String add(KeyDesk desk, KeyPair key) {
        KeyDesk.Answer answer = desk.propose(POLICE, PublicKeyEntry.toString(key.getPublic()), OPERATOR, REASON);
        if (answer instanceof KeyDesk.Answer.Done done) {
            return done.about();
        }
        throw new StartFailure("The key was not added: " + answer);
    }

    /** A session by that key, once the door knows it. */
    private static SftpDoor opened(Bench hub, KeyPair key) {
        List<SftpDoor> open = new ArrayList<>();
        Await.until("the door knows the new key", LIMIT, () -> open.add(SftpDoor.open(hub.hub(), POLICE, key)));
        return open.get(0);
    }

    private static boolean opens(Bench hub, KeyPair key) {
        try (SftpDoor door = SftpDoor.open(hub.hub(), POLICE, key)) {
            return door.isOpen();
        } catch (IOException refused) {
            return false;
        }
    }

    /** What all raw copies hold, read as the hub reads them. */
    private static List<String> copies(Bench hub) throws IOException {
        RawStore store = new RawStore(new HubSettings(hub.folder().data(), Path.of("."), hub.folder().keys(), true));
        List<String> texts = new ArrayList<>();
        for (RawStore.Kept kept : store.kept()) {
            try (InputStream content = store.open(kept)) {
                texts.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
