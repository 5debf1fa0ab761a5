package org.earlyhelp.hub.intake.sftp.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/** {@code curl}, where it is built with libssh2 or libssh. */
class CurlClientTests extends OtherMakersClient {
    @Override
    void skipUnlessInstalled() {
        assumeTrue(Ran.isInstalled("sh", "-c", "curl --version | grep -qw sftp"), "curl is not installed, or built without sftp: left out");
    }

    @Override
    List<String> put(Path own, String remote) {
        return curl("-T", own.toString(), at(remote));
    }

    @Override
    List<String> putSlowly(Path own, String remote) {
        return curl("--limit-rate", "100k", "-T", own.toString(), at(remote));
    }

    @Override
    List<String> resume(Path own, String remote) {
        return curl("-C", "-", "-T", own.toString(), at(remote));
    }

    @Override
    List<String> rename(String from, String to) {
        return curl("-Q", "rename " + from + " " + to, at("/in/"));
    }

    @Override
    List<String> list(String folder) {
        return curl(at(folder));
    }

    @Override
    List<String> fetch(String remote, Path own) {
        return curl("-o", own.toString(), at(remote));
    }

    @Override
    List<List<String>> putAtOnce(List<Path> own, String folder) {
        return List.of(curl("-Z", "--parallel-immediate", "-T", own.stream().map(Path::toString).collect(Collectors.joining(",", "{", "}")), at(folder)));
    }

    @Override
    List<List<String>> outbreaks(Path own) {
        String file = own.toString();
        return List.of(curl("-T", file, at("/notice.json")), curl("--path-as-is", "-T", file, at("/../../x.json")), curl("-T", file, at("/receipts/x.json")),
                curl("-T", file, at("/in/missing-children/%2e%2e/%2e%2e/x.json")), curl("--ftp-create-dirs", "-T", file, at(FOLDER + "deep/x.json")),
                curl("--path-as-is", at("/../../../../etc/passwd")), curl("-Q", "mkdir /in/own", at("/in/")), curl("-Q", "rmdir /receipts", at("/in/")),
                curl("-Q", "symlink /etc " + FOLDER + "etc.json", at("/in/")), curl("-Q", "chmod 777 /in", at("/in/")), curl("-Q", "chown 0 /in", at("/in/")),
                curl("-Q", "rename " + FOLDER + "notice.json.part /out/x.json", at("/in/")));
    }

    private String at(String remote) {
        return "sftp://127.0.0.1:" + site.port + remote;
    }

    private List<String> curl(String... rest) {
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, site.hostKey()).substring("SHA256:".length());
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "--max-time", "50", "--key", site.key.toString(), "--pubkey", site.key + ".pub",
                "--hostpubsha256", fingerprint, "-u", SftpSite.AGENCY + ":"));
        words.addAll(List.of(rest));
        return words;
    }
}
