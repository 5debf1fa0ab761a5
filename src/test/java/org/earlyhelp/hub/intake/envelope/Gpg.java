package org.earlyhelp.hub.intake.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GnuPG as a sender has it, with a home of its own in a short path: its agent's socket allows no long one. */
public final class Gpg implements AutoCloseable {
    private static final String[] CANDIDATES = {"/usr/bin/gpg", "/usr/local/bin/gpg"};
    private final Path home;

    public Gpg() {
        try {
            home = Files.createTempDirectory("gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isHere() {
        for (String candidate : CANDIDATES) {
            if (Files.isExecutable(Path.of(candidate))) {
                return true;
            }
        }
        return false;
    }

    /** Makes a key without a passphrase that lasts. */
    void makeKey(String name) {
        makeKey(name, "never");
    }

    /** The same for a time such as {@code 2y}. */
    public void makeKey(String name, String lasts) {
        run("--passphrase", "", "--quick-gen-key", name, "rsa2048", "sign,encrypt", lasts);
    }

    void importKey(String armoured) {
        run("--import", file("key.asc", armoured.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).toString());
    }

    public String publicKey(String name) {
        return read(output("--armor", "--export", name));
    }

    /** Runs gpg over the content and gives what it makes of it. */
    byte[] over(byte[] content, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file("in", content).toString());
        try {
            return Files.readAllBytes(output(arguments.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--output", home.resolve("out").toString()));
        arguments.addAll(List.of(options));
        run(arguments.toArray(String[]::new));
        return home.resolve("out");
    }

    private void run(String... options) {
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--trust-model", "always", "--pinentry-mode", "loopback"));
        command.addAll(List.of(options));
        try {
            Process gpg = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
            assertThat(gpg.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(gpg.exitValue()).as(read(home.resolve("log"))).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the agent that gpg started for this home. */
    @Override
    public void close() {
        try {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all").start().waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(home.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
