package org.earlyhelp.hub.intake.sftp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.UploadCut;
import org.junit.jupiter.api.Test;

/** Paramiko, by a script that does one act after the other. */
class ParamikoClientTests extends OtherMakersClient {
    private static final String SCRIPT = Path.of("src/test/resources/sftp/paramiko_client.py").toAbsolutePath().toString();
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    @Override
    void skipUnlessInstalled() {
        assumeTrue(python() != null, "Paramiko is not installed (Debian: python3-paramiko): left out");
    }

    @Override
    List<String> put(Path own, String remote) {
        return paramiko("put", own, remote);
    }

    @Override
    List<String> putSlowly(Path own, String remote) {
        return paramiko("slowly", own, remote);
    }

    @Override
    List<String> resume(Path own, String remote) {
        return paramiko("resume", own, remote);
    }

    @Override
    List<String> rename(String from, String to) {
        return paramiko("rename", from, to);
    }

    @Override
    List<String> list(String folder) {
        return paramiko("list", folder);
    }

    @Override
    List<String> fetch(String remote, Path own) {
        return paramiko("get", remote, own);
    }

    @Override
    List<List<String>> putAtOnce(List<Path> own, String folder) {
        return List.of(paramiko(Stream.concat(Stream.of("together", folder), own.stream()).toArray()));
    }

    @Override
    List<List<String>> outbreaks(Path own) {
        String part = FOLDER + "notice.json.part";
        return List.of(paramiko("put", own, "/notice.json", "--", "put", own, "/in/missing-children/../../x.json", "--", "put", own, "/receipts/x.json", "--",
                "put", own, "../../../../tmp/x.json", "--", "get", "/../../../../etc/passwd", root.resolve("passwd"), "--", "call", "mkdir", "/in/own", "--",
                "call", "rmdir", "/receipts", "--", "call", "symlink", "/etc", FOLDER + "etc.json", "--", "rename", part, "/out/x.json", "--",
                "call", "listdir", "/../safe-haven", "--", "call", "readlink", "/in", "--", "call", "remove", "/receipts", "--", "call", "stat", "/../../../../etc/passwd"),
                paramiko("shell"), paramiko("forward"));
    }

    @Test
    void cutsWhatItIsWritingAndNothingThatWasSent() throws Exception {
        done(paramiko("cut", FOLDER + "short.json", "whole text", "5"));
        assertThat(site.taken()).singleElement().satisfies(file -> assertThat(file).hasContent("whole"));

        assertThat(Ran.of(root, paramiko("truncate", FOLDER + "short.json", "1")).exit()).isNotZero();
        assertThat(site.taken()).hasSize(1);
    }

    @Test
    void isAnsweredWhenItKeepsNoPromisedLength() throws Exception {
        Ran.of(root, paramiko("cut", FOLDER + "promise.json", "half", "900"));

        assertThat(site.news).containsExactly(new UploadCut(SftpSite.AGENCY, SftpSite.FEED, "promise.json", 900, false));
        assertThat(site.taken()).isEmpty();
    }

    @Test
    void findsHostileNamesRefused() throws Exception {
        Path listing = site.own("names.txt", HostileName.all().stream().map(HostileName::hex).filter(hex -> !hex.isEmpty()).collect(Collectors.joining("\n")).getBytes(StandardCharsets.US_ASCII));
        String verdicts = done(paramiko("names", listing));

        assertThat(verdicts.lines().filter(line -> !line.startsWith("done"))).containsExactlyElementsOf(HostileName.all().stream().filter(name -> !name.hex().isEmpty())
                .map(name -> name.hex() + (name.taken() ? " taken" : " refused")).toList());
    }

    private static String python() {
        return PYTHONS.stream().filter(python -> Ran.isInstalled(python, "-c", "import paramiko")).findFirst().orElse(null);
    }

    private List<String> paramiko(Object... rest) {
        List<String> words = new ArrayList<>(List.of(python(), "-I", SCRIPT, String.valueOf(site.port), SftpSite.AGENCY, site.key.toString(), site.knownHosts.toString()));
        Stream.of(rest).map(Object::toString).forEach(words::add);
        return words;
    }
}
