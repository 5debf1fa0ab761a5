package org.earlyhelp.hub.intake.sftp.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a client's program ended and what it printed, errors included. */
record Ran(int exit, String output) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Starts the program in the folder, which is its home too, with nothing on its standard input; {@code output} gets what it prints. */
    static Process begin(Path folder, List<String> words, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SSH_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    /** Runs the program to its end. Fails the test when it does not end. */
    static Ran of(Path folder, List<String> words) throws IOException, InterruptedException {
        return all(folder, List.of(words)).get(0);
    }

    /** Runs all of them at once, to the end of each. */
    static List<Ran> all(Path folder, List<List<String>> programs) throws IOException, InterruptedException {
        Map<Path, Process> going = new LinkedHashMap<>();
        for (List<String> words : programs) {
            Path output = Files.createTempFile(folder, "output", ".txt");
            going.put(output, begin(folder, words, output));
        }
        List<Ran> ended = new ArrayList<>();
        for (Map.Entry<Path, Process> program : going.entrySet()) {
            ended.add(end(program.getValue(), program.getKey()));
        }
        return ended;
    }

    private static Ran end(Process process, Path output) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the client did not end in " + LIMIT + ": " + Files.readString(output));
        }
        return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    /** Whether such a program is on this machine: the words, run here, end well. */
    static boolean isInstalled(String... words) {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
