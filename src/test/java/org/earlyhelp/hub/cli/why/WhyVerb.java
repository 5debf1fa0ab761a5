package org.earlyhelp.hub.cli.why;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** One run of {@code ehub why} as a person would give it: its exit code and what it said. */
public record WhyVerb(int code, String out, String problem) {
    public static WhyVerb ask(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new WhyCommand(environment)).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            err.append(String.valueOf(failure.getMessage()));
            return 3;
        });
        int code = line.execute(arguments);
        return new WhyVerb(code, out.toString(), err.toString());
    }
}
