package org.earlyhelp.hub.cli.backup;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** One run of a verb as a person would give it: its exit code and what it said. */
public record Verb(int code, String out, String problem) {
    public static Verb backup(Map<String, String> environment, String... arguments) {
        return run(new BackupCommand(environment), arguments);
    }

    public static Verb restore(Map<String, String> environment, String folder, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {folder, "--as", "j.operator", "--reason", "the disk is gone"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(new RestoreCommand(environment), arguments);
    }

    static Verb run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        String[] problem = new String[1];
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            problem[0] = failure.getMessage();
            return 3;
        });
        return new Verb(line.execute(arguments), out.toString(), problem[0]);
    }
}
