package org.earlyhelp.hub.intake.sftp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code lftp}. */
class LftpClientTests extends OtherMakersClient {
    @Override
    void skipUnlessInstalled() {
        assumeTrue(Ran.isInstalled("lftp", "--version"), "lftp is not installed: left out");
    }

    @Override
    List<String> put(Path own, String remote) {
        return lftp("put " + own + " -o " + remote);
    }

    @Override
    List<String> putSlowly(Path own, String remote) {
        return lftp("set net:limit-rate 0:100000", "put " + own + " -o " + remote);
    }

    @Override
    List<String> resume(Path own, String remote) {
        return lftp("put -c " + own + " -o " + remote);
    }

    @Override
    List<String> rename(String from, String to) {
        return lftp("mv " + from + " " + to);
    }

    @Override
    List<String> list(String folder) {
        return lftp("ls " + folder);
    }

    @Override
    List<String> fetch(String remote, Path own) {
        return lftp("get " + remote + " -o " + own);
    }

    @Override
    List<List<String>> putAtOnce(List<Path> own, String folder) {
        return List.of(lftp("mput -P 8 -O " + folder + " " + own.stream().map(Path::toString).collect(Collectors.joining(" "))));
    }

    @Override
    List<List<String>> outbreaks(Path own) {
        return Stream.of("put " + own + " -o /notice.json", "put " + own + " -o /in/missing-children/../../x.json", "put " + own + " -o /receipts/x.json",
                "put " + own + " -o ../../../../tmp/x.json", "mkdir /in/missing-children/deep", "mkdir -p /in/own/deep", "rm -r /receipts", "chmod 777 /in",
                "get /../../../../etc/passwd -o " + root.resolve("passwd"), "ln -s /etc /in/missing-children/etc.json",
                "mv /in/missing-children/notice.json.part /out/notice.json", "cls /../safe-haven/in").map(command -> lftp(command)).toList();
    }

    @Test
    void mirrorsAFolderWithWorkingNames() throws Exception {
        Path folder = Files.createDirectories(root.resolve("outbox"));
        for (int number = 0; number < 5; number++) {
            Files.writeString(folder.resolve("n" + number + ".json"), "[]");
        }
        done(lftp("set xfer:use-temp-file yes", "set xfer:temp-file-name *.part", "mirror -R --parallel=3 " + folder + " /in/missing-children"));

        assertThat(site.taken()).hasSize(5).allSatisfy(file -> assertThat(file).hasContent("[]"));
    }

    @Test
    void isToldThatHiddenNamesAreNotTaken() throws Exception {
        Path own = site.own("notice.json", "[]".getBytes(StandardCharsets.UTF_8));
        Ran ran = Ran.of(root, lftp("set xfer:use-temp-file yes", put(own)));

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.output()).contains("Access failed");
    }

    private static String put(Path own) {
        return "put " + own + " -o " + FOLDER + "notice.json";
    }

    private List<String> lftp(String... commands) {
        String ssh = "ssh -a -x -F /dev/null -o UserKnownHostsFile=" + site.knownHosts + " -o IdentitiesOnly=yes -o BatchMode=yes -i " + site.key;
        return List.of("lftp", "--norc", "-c", "set cmd:fail-exit yes; set net:max-retries 1; set net:timeout 15; set sftp:connect-program '" + ssh
                + "'; open sftp://" + SftpSite.AGENCY + ":@127.0.0.1:" + site.port + "; " + String.join("; ", commands));
    }
}
