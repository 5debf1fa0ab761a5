package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub doctor}: every fault in the council's four folders, and in the file of weights if one is set, at once. Needs no running hub. */
@Command(name = "doctor", description = "Names every fault in routes, mappings, rules and agreements, and in the model that HUB_LINKAGE_MODEL names.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private EhubCommand ehub;
    @Spec
    private CommandSpec spec;
    @Option(names = "--json", description = "Print the faults as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        QuietLog.silence();
        Path configDir = SettingsReader.configDir(System.getenv(), Checkout.folder());
        List<ConfigDoctor.Finding> findings = new ArrayList<>(new ConfigDoctor(ehub.rooms().folders()).examine(configDir));
        findings.addAll(ModelCheck.findings(System.getenv()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(Map.of("faults", findings)));
        } else {
            findings.forEach(out::println);
            out.println(findings.isEmpty() ? "No faults in " + configDir + "." : findings.size() + (findings.size() == 1 ? " fault." : " faults."));
        }
        out.flush();
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.DATA_HAS_ERRORS;
    }
}
