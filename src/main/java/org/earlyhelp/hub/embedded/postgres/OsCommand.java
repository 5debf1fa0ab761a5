package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of a program of the machine: its exit code and what it said. Its output goes through a file, so a server it leaves behind holds no pipe of ours. */
record OsCommand(List<String> words) {
    private static final long LIMIT_SECONDS = 120;

    record Outcome(int exitCode, String said) {
        boolean done() {
            return exitCode == 0;
        }

        /** The line that names a fault, else the last that says something, for a message to the operator. */
        String lastLine() {
            List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
            Optional<String> fault = lines.stream().filter(line -> line.matches(".*(error|FATAL|PANIC): .*")).findFirst();
            return fault.isPresent() ? fault.get().strip() : lines.isEmpty() ? "no message, exit code " + exitCode : lines.get(lines.size() - 1).strip();
        }
    }

    static OsCommand of(List<String> prefix, Path program, List<String> arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return new OsCommand(words);
    }

    /** Runs it in the given folder and waits; a program past the limit is ended and counts as failed. */
    Outcome runIn(Path folder) throws IOException {
        Path output = Files.createTempFile("ehub-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("HUB_"));
            builder.environment().put("LC_ALL", "C");
            return new Outcome(waitFor(builder.start()), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a program", e);
        }
    }
}
