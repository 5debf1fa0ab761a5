package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.kernel.HubClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub check FILE --feed AGENCY/FEED}: the receipt that a file would get. Nothing is kept and nothing is sent. */
@Command(name = "check", description = "Tries a file as an agency's feed would be read. Nothing is kept.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Pattern AGENCY_AND_FEED = Pattern.compile("([a-z0-9-]+)/([a-z0-9-]+)");
    private static final int SHOWN_FINDINGS = 50;
    @ParentCommand
    private EhubCommand ehub;
    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE", description = "The file to try.")
    private Path file;
    @Option(names = "--feed", required = true, paramLabel = "AGENCY/FEED", description = "The feed to read it as, such as avonford-police/missing-children.")
    private String feed;
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Matcher named = AGENCY_AND_FEED.matcher(feed);
        if (!named.matches()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--feed wants AGENCY/FEED, such as avonford-police/missing-children.");
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file " + file + ".");
        }
        QuietLog.silence();
        ModelCheck.findings(System.getenv()).forEach(fault -> spec.commandLine().getErr().println(fault + " The hub would not start; this file is tried all the same."));
        Path configDir = SettingsReader.configDir(System.getenv(), Checkout.folder());
        HubClock clock = SettingsReader.clock(System.getenv()).map(HubClock::fixedAt).orElseGet(HubClock::real);
        FeedTrial.Outcome outcome = ehub.rooms().trial().tryOut(configDir, file, named.group(1), named.group(2), clock);
        if (outcome instanceof FeedTrial.UnknownFeed unknown) {
            throw new CommandLine.ParameterException(spec.commandLine(), "No agreement names the feed " + feed + ". There are: "
                    + String.join(", ", unknown.known()) + ".");
        }
        return report(outcome, spec.commandLine().getOut());
    }

    private int report(FeedTrial.Outcome outcome, PrintWriter out) {
        if (outcome instanceof FeedTrial.Result result) {
            print(result, out);
            return result.hasErrors() ? ExitCode.DATA_HAS_ERRORS : ExitCode.DONE;
        }
        List<ConfigDoctor.Finding> faults = ((FeedTrial.Unready) outcome).faults();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(Map.of("faults", faults)));
        } else {
            out.println("Nothing can be tried as " + feed + " until this is mended:");
            faults.forEach(fault -> out.println("  " + fault));
        }
        out.flush();
        return ExitCode.DATA_HAS_ERRORS;
    }

    private void print(FeedTrial.Result result, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(result));
        } else {
            out.println(file.getFileName() + " read as " + feed + " by " + result.mapping() + ": " + result.stage() + ", " + result.records() + " records, "
                    + result.accepted() + " accepted, " + result.rejected() + " rejected, " + result.warnings() + " warnings.");
            result.findings().stream().limit(SHOWN_FINDINGS).forEach(finding -> out.println("  " + line(finding)));
            if (result.findings().size() > SHOWN_FINDINGS) {
                out.println("  … and " + (result.findingsTruncated() ? "many" : result.findings().size() - SHOWN_FINDINGS) + " more; --json shows "
                        + (result.findingsTruncated() ? "the first " + result.findings().size() : "all") + ".");
            }
            if (result.stage().equals("HELD")) {
                out.println("The agreement is not in force today: a file sent now would be held.");
            }
        }
        out.flush();
    }

    private static String line(FeedTrial.Finding finding) {
        String place = finding.line() > 0 ? "line " + finding.line() : finding.record() > 0 ? "record " + finding.record() : "whole file";
        String field = finding.field() == null || finding.field().isEmpty() ? "" : ", " + finding.field();
        String fix = finding.fix() == null || finding.fix().isEmpty() ? "" : " " + finding.fix();
        return finding.severity() + " " + finding.code() + " (" + place + field + "): " + finding.message() + fix;
    }
}
