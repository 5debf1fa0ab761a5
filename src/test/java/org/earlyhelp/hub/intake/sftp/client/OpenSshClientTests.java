package org.earlyhelp.hub.intake.sftp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.UploadClosed;
import org.junit.jupiter.api.Test;

/** OpenSSH's {@code sftp} and {@code scp}. */
class OpenSshClientTests extends OtherMakersClient {
    @Override
    void skipUnlessInstalled() {
        assumeTrue(Ran.isInstalled("ssh", "-V"), "OpenSSH's sftp is not installed (Debian: openssh-client): left out");
    }

    @Override
    List<String> put(Path own, String remote) throws IOException {
        return sftp("put " + own + " " + remote);
    }

    @Override
    List<String> putSlowly(Path own, String remote) throws IOException {
        List<String> words = new ArrayList<>(put(own, remote));
        words.addAll(1, List.of("-l", "800"));
        return words;
    }

    @Override
    List<String> resume(Path own, String remote) throws IOException {
        return sftp("reput " + own + " " + remote);
    }

    @Override
    List<String> rename(String from, String to) throws IOException {
        return sftp("rename " + from + " " + to);
    }

    @Override
    List<String> list(String folder) throws IOException {
        return sftp("ls -la " + folder);
    }

    @Override
    List<String> fetch(String remote, Path own) throws IOException {
        return sftp("get " + remote + " " + own);
    }

    @Override
    List<List<String>> putAtOnce(List<Path> own, String folder) throws IOException {
        List<List<String>> programs = new ArrayList<>();
        for (Path file : own) {
            programs.add(put(file, folder));
        }
        return programs;
    }

    @Override
    List<List<String>> outbreaks(Path own) throws IOException {
        List<List<String>> programs = new ArrayList<>();
        for (String command : List.of("put " + own + " /notice.json", "put " + own + " /receipts/notice.json", "put " + own + " /in/missing-children/../../x.json",
                "put " + own + " ../../../../tmp/x.json", "put " + own + " /in/no-such-feed/x.json", "put -R " + own.getParent() + " /in/missing-children",
                "mkdir /in/own", "rmdir /receipts", "rm /receipts", "ln -s /etc /in/missing-children/etc.json", "ln /in/missing-children/notice.json.part /in/missing-children/second.json", "chmod 777 /in",
                "get /../../../../etc/passwd", "rename /in/missing-children/notice.json.part /receipts/notice.json", "ls /../safe-haven")) {
            programs.add(sftp(command));
        }
        programs.add(ssh("cat /etc/passwd"));
        programs.add(ssh("-s", "sh"));
        programs.add(ssh("-o", "ExitOnForwardFailure=yes", "-W", "127.0.0.1:" + site.port));
        return programs;
    }

    @Test
    void copiesByScp() throws Exception {
        Path own = site.own("notice.json", "[]".getBytes(StandardCharsets.UTF_8));
        done(scp(own.toString(), at(FOLDER + "notice.json")));
        done(scp("-p", own.toString(), at(FOLDER)));
        done(scp(at(FOLDER + "notice.json"), root.resolve("back.json").toString()));

        assertThat(site.taken()).hasSize(2).allSatisfy(file -> assertThat(file).hasContent("[]"));
        assertThat(site.news).containsOnly(new UploadClosed(SftpSite.AGENCY, SftpSite.FEED));
        assertThat(root.resolve("back.json")).hasContent("[]");
    }

    @Test
    void confinesScp() throws Exception {
        Path own = site.own("notice.json", "[]".getBytes(StandardCharsets.UTF_8));
        List<String> before = site.everything();
        for (List<String> outbreak : List.of(scp(own.toString(), at("/receipts/")), scp("-r", own.getParent().toString(), at(FOLDER)),
                scp("-O", own.toString(), at(FOLDER)), scp(at("/../../../etc/passwd"), root.resolve("passwd").toString()))) {
            assertThat(Ran.of(root, outbreak).exit()).as(String.join(" ", outbreak)).isNotZero();
        }
        assertThat(site.everything()).isEqualTo(before);
    }

    @Test
    void takesTimesPermissionsAndSyncsBesideAFile() throws Exception {
        Path own = site.own("notice.json", "[]".getBytes(StandardCharsets.UTF_8));
        done(sftp("put -p " + own + " " + FOLDER + "a.json", "put -f " + own + " " + FOLDER + "b.json",
                "put " + own + " " + FOLDER + "Übersicht.json"));

        assertThat(site.taken()).hasSize(3);
        assertThat(site.news).containsOnly(new UploadClosed(SftpSite.AGENCY, SftpSite.FEED));
    }

    private List<String> sftp(String... commands) throws IOException {
        Path batch = Files.createTempFile(root, "batch", ".txt");
        Files.write(batch, List.of(commands));
        return words("sftp", "-b", batch.toString(), "-P", String.valueOf(site.port), SftpSite.AGENCY + "@127.0.0.1");
    }

    private List<String> scp(String... rest) {
        return words("scp", Stream.concat(Stream.of("-P", String.valueOf(site.port)), Stream.of(rest)).toArray(String[]::new));
    }

    private List<String> ssh(String... rest) {
        List<String> words = new ArrayList<>(words("ssh", "-p", String.valueOf(site.port)));
        boolean options = rest[0].startsWith("-");
        words.addAll(options ? List.of(rest).subList(0, rest.length - (rest[0].equals("-s") ? 1 : 0)) : List.of());
        words.add(SftpSite.AGENCY + "@127.0.0.1");
        words.addAll(options ? rest[0].equals("-s") ? List.of(rest[rest.length - 1]) : List.of() : List.of(rest));
        return words;
    }

    private static String at(String remote) {
        return SftpSite.AGENCY + "@127.0.0.1:" + remote;
    }

    private List<String> words(String program, String... rest) {
        List<String> words = new ArrayList<>(List.of(program, "-F", "/dev/null", "-i", site.key.toString(), "-o", "UserKnownHostsFile=" + site.knownHosts,
                "-o", "StrictHostKeyChecking=yes", "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes"));
        words.addAll(List.of(rest));
        return words;
    }
}
