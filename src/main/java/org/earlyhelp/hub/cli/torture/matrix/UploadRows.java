package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Faults of the way in: cut, paused, repeated, reordered, renamed, hostile names. */
final class UploadRows {
    private static final int CUTS = 3;

    private UploadRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.quick("F1", "an upload is cut at any byte", UploadRows::cut),
                Row.quick("F2", "an upload pauses and goes on", UploadRows::resumed),
                Row.quick("F3", "the same file comes twice", UploadRows::twice),
                Row.quick("F4", "the same name comes with new content", UploadRows::sameName),
                Row.quick("F5", "the same content comes under a new name", UploadRows::newName),
                Row.quick("F6", "the second day arrives before the first", UploadRows::reordered),
                Row.quick("F20", "a link, or a name that leads elsewhere", UploadRows::hostileNames),
                Row.quick("F23", "two agencies send one file name at once", UploadRows::twoAgencies),
                Row.quick("F24", "the sender deletes a file while it is read", UploadRows::deletedMeanwhile),
                Row.quick("F25", "an agency uses another's reference", UploadRows::rivalReference));
    }

    private static List<Finding> cut(Place place) throws Exception {
        byte[] content = notice("F1-1", 1, child("cutline")).getBytes(StandardCharsets.UTF_8);
        List<String> stages = new ArrayList<>();
        for (int i = 1; i <= CUTS; i++) {
            try (SftpDoor door = SftpDoor.open(place.hub().hub(), POLICE)) {
                door.cut(MISSING, "f1-" + i + ".json", Arrays.copyOf(content, i * content.length / (CUTS + 1)));
            }
            stages.add(place.hub().answer(POLICE, "f1-" + i).inShort());
        }
        Answer whole = place.hub().send(POLICE, MISSING, "f1-whole.json", content);
        return List.of(Finding.same("each cut upload is answered INCOMPLETE", List.of("INCOMPLETE 0/0/0", "INCOMPLETE 0/0/0", "INCOMPLETE 0/0/0"), stages),
                Finding.that("sent again it is taken", whole.inShort().equals("ACCEPTED 1/0/0"), whole),
                Finding.same("nothing of the parts is held", List.of("F1-1@1"), place.hub().held("F1-")));
    }

    private static List<Finding> resumed(Place place) throws Exception {
        byte[] content = notice("F2-1", 1, child("pausing")).getBytes(StandardCharsets.UTF_8);
        String part = "/in/" + MISSING + "/f2.json.part";
        SftpClient sftp = place.hub().door(POLICE).client();
        write(sftp, part, content, 0, content.length / 2, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        List<String> early = place.hub().held("F2-");
        write(sftp, part, content, content.length / 2, content.length, OpenMode.Write);
        sftp.rename(part, "/in/" + MISSING + "/f2.json");
        Answer answer = place.hub().answer(POLICE, "f2.json");
        return List.of(Finding.same("nothing is read while the upload pauses", List.of(), early),
                Finding.that("the whole file is taken once", answer.inShort().equals("ACCEPTED 1/0/0"), answer),
                Finding.same("its record is held once", List.of("F2-1@1"), place.hub().held("F2-")));
    }

    private static void write(SftpClient sftp, String path, byte[] content, int from, int to, OpenMode... modes) throws IOException {
        try (SftpClient.CloseableHandle file = sftp.open(path, modes)) {
            sftp.write(file, from, content, from, to - from);
        }
    }

    private static List<Finding> twice(Place place) throws Exception {
        String content = notice("F3-1", 1, child("twofold"));
        Answer first = place.hub().send(POLICE, MISSING, "f3.json", content);
        Answer second = place.hub().send(POLICE, MISSING, "f3.json", content);
        return List.of(Finding.that("the first is taken, the second answered as a duplicate", (first.stage() + second.stage()).equals("ACCEPTEDDUPLICATE"), second),
                Finding.same("its record is held once", List.of("F3-1@1"), place.hub().held("F3-")), oneAlert(place, "F3-"));
    }

    private static List<Finding> sameName(Place place) throws Exception {
        Answer first = place.hub().send(POLICE, MISSING, "f4.json", notice("F4-1", 1, child("version")));
        Answer second = place.hub().send(POLICE, MISSING, "f4.json", notice("F4-1", 2, child("version")));
        return List.of(Finding.that("both are taken", (first.stage() + second.stage()).equals("ACCEPTEDACCEPTED"), second),
                Finding.same("both versions are held", List.of("F4-1@1", "F4-1@2"), place.hub().held("F4-")),
                Finding.same("the newer one is current", Set.of("F4-1@2"), place.hub().current("F4-")), oneAlert(place, "F4-"));
    }

    private static List<Finding> newName(Place place) throws Exception {
        String content = notice("F5-1", 1, child("alias"));
        place.hub().send(POLICE, MISSING, "f5-a.json", content);
        Answer second = place.hub().send(POLICE, MISSING, "f5-b.json", content);
        return List.of(Finding.that("it is answered as a duplicate", second.stage().equals("DUPLICATE"), second), oneAlert(place, "F5-"));
    }

    private static List<Finding> reordered(Place place) throws Exception {
        place.hub().send(POLICE, MISSING, "f6-2.json", notice("F6-1", 2, child("latecomer")));
        Answer late = place.hub().send(POLICE, MISSING, "f6-1.json", notice("F6-1", 1, child("latecomer")));
        place.hub().settle();
        return List.of(Finding.that("the late file is taken", late.stage().equals("ACCEPTED"), late),
                Finding.same("the older version does not overwrite the newer", Set.of("F6-1@2"), place.hub().current("F6-")));
    }

    private static List<Finding> hostileNames(Place place) throws Exception {
        SftpClient sftp = place.hub().door(POLICE).client();
        List<String> taken = new ArrayList<>();
        for (String path : List.of("/in/../receipts/x.json", "/in/missing-children/../../out/x", "/receipts/x.json", "/in/missing-children/a\\b", "/in/missing-children/a\nb",
                "/in/other/x.json", "/x", "/in/missing-children/.hidden")) {
            tryWrite(sftp, path).ifPresent(taken::add);
        }
        boolean linked = isAllowed(() -> sftp.symLink("/in/missing-children/link.json", "/etc/passwd"));
        boolean escaped = isAllowed(() -> sftp.stat("/../../../etc/passwd"));
        return List.of(Finding.same("no such name is taken", List.of(), taken), Finding.that("no link is made", !linked, "a link was made"),
                Finding.that("nothing outside the home is shown", !escaped, "/etc/passwd was shown"));
    }

    private static Optional<String> tryWrite(SftpClient sftp, String path) {
        return isAllowed(() -> {
            try (OutputStream file = sftp.write(path)) {
                file.write('x');
            }
        }) ? Optional.of(path) : Optional.empty();
    }

    @FunctionalInterface
    private interface Call {
        void make() throws IOException;
    }

    private static boolean isAllowed(Call call) {
        try {
            call.make();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Finding> twoAgencies(Place place) throws Exception {
        Bench hub = place.hub();
        place.hub().door(POLICE).send(MISSING, "f23.json", notice("F23-1", 1, child("isolate")).getBytes(StandardCharsets.UTF_8));
        Answer other = hub.send(Made.SCHOOLS, Made.ATTENDANCE, "f23.json", Made.HEADER + Made.day(child("alone"), LocalDate.parse("2026-11-19")));
        Answer one = hub.answer(POLICE, "f23.json");
        return List.of(Finding.same("each gets its own answer", List.of("ACCEPTED 1/0/0", "ACCEPTED 1/0/0"), List.of(one.inShort(), other.inShort())));
    }

    private static List<Finding> deletedMeanwhile(Place place) throws Exception {
        List<String> lines = IntStream.rangeClosed(1, 400).mapToObj(i -> notice("F24-" + i, 1, "LOW", "2026-11-20T21:30:00Z", child("gone" + i))).toList();
        SftpDoor door = place.hub().door(POLICE);
        door.send(MISSING, "f24.json", String.join("", lines).getBytes(StandardCharsets.UTF_8));
        isAllowed(() -> door.client().remove("/in/" + MISSING + "/f24.json"));
        Answer answer = place.hub().answer(POLICE, "f24.json");
        return List.of(Finding.that("the file that was closed is read to its end", answer.inShort().equals("ACCEPTED 400/0/0"), answer),
                Finding.that("its records are held", place.hub().held("F24-").size() == 400, place.hub().held("F24-").size() + " are held"));
    }

    private static List<Finding> rivalReference(Place place) throws Exception {
        place.hub().send(POLICE, "domestic-abuse", "f25.json", abuse("F25-1", "rivalone"));
        Answer rival = place.hub().send("safe-haven", "domestic-abuse", "f25.json", abuse("F25-1", "rivaltwo"));
        return List.of(Finding.that("the other's record is its own", rival.inShort().equals("ACCEPTED 1/0/0"), rival),
                Finding.same("neither overwrote the other", List.of("F25-1@1", "F25-1@1"), place.hub().held("F25-")));
    }

    private static String abuse(String ref, String word) {
        Made.Child child = child(word);
        return """
                {"referralRef":"%s","version":1,"source":"POLICE","occurredAt":"2026-11-20T21:00:00Z","tool":{"name":"DASH","grade":"STANDARD"},\
                "victim":{"surname":"%s","forenames":"Ada"},"children":[{"surname":"%s","forenames":"%s","dateOfBirth":"%s","exposure":"IN_HOUSEHOLD"}]}
                """.formatted(ref, child.surname(), child.surname(), child.forename(), child.born());
    }

    static Finding oneAlert(Place place, String prefix) throws IOException {
        return oneAlert(place.hub(), prefix);
    }

    static Finding oneAlert(Bench hub, String prefix) throws IOException {
        List<String> alerts = hub.alerts(prefix);
        return Finding.that("one alert is raised, no second", alerts.size() == 1, alerts);
    }
}
