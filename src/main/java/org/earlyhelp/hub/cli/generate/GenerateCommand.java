package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.generate.BoroughGenerator.Written;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ehub generate}: exit code 0 done, 2 wrong usage, 3 a file could not be written. */
@Command(name = "generate", description = "Writes a made-up borough: the feeds of its agencies, and the truth to measure the hub against.",
        mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--families", required = true, paramLabel = "N", description = "households with children, 1 to " + BoroughPlan.MOST_FAMILIES)
    private int families;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "the same seed writes the same files")
    private long seed;

    @Option(names = "--today", required = true, paramLabel = "DATE", description = "the day on which the files are dropped, such as 2026-11-23")
    private LocalDate today;

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "folder for feeds/ and truth/")
    private Path out;

    @Option(names = "--noise", defaultValue = "1", paramLabel = "F", description = "factor on all fault rates, 0 to 5 (default: ${DEFAULT-VALUE})")
    private double noise;

    @Override
    public Integer call() {
        BoroughPlan plan = plan();
        try {
            Written written = new BoroughGenerator(plan).generate();
            spec.commandLine().getOut().print(report(plan, written));
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Could not write below " + out + ": " + e.getMessage());
            return FAILED;
        }
    }

    private BoroughPlan plan() {
        try {
            return new BoroughPlan(families, seed, today, out, noise);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String report(BoroughPlan plan, Written written) {
        return """
                Used: %d families, seed %d, today %s, noise %s
                Fault rates per mention: surname misspelt %s, forename variant %s, birth date wrong %s and missing %s (domestic abuse %s), \
                old address %s, postcode missing %s, wrong identifier %s
                Also: double-barrelled name cut %s, twin's birth order untold %s or twinship untold %s, newborn unnamed at the first visit %s, \
                victim's address hidden by the abuse service %s
                Identifiers: NHS number in health %s, in police %s, nowhere else; pupil number in schools %s. Twins: %s of births
                Wrote: %d people, %d mentions, %d alerts expected
                %s holds what to drop, %s what is true
                """.formatted(plan.families(), plan.seed(), plan.today(), plan.noise(),
                percent(NoiseModel.SURNAME_MISSPELT, plan), percent(NoiseModel.FORENAME_VARIANT, plan), percent(NoiseModel.BORN_WRONG, plan),
                percent(Sender.SCHOOL.bornMissing, plan), percent(Sender.ABUSE_SERVICE.bornMissing, plan), percent(NoiseModel.OLD_ADDRESS, plan),
                percent(NoiseModel.POSTCODE_MISSING, plan), percent(NoiseModel.IDENTIFIER_WRONG, plan),
                percent(NoiseModel.HYPHEN_LOST, plan), percent(NoiseModel.BIRTH_ORDER_UNSAID, plan), percent(NoiseModel.TWIN_UNSAID, plan),
                percent(NoiseModel.NEWBORN_UNNAMED, plan), percent(NoiseModel.ADDRESS_HIDDEN, plan),
                present(Sender.HEALTH.nhsPresent, plan), percent(Sender.POLICE.nhsPresent), present(Sender.SCHOOL.upnPresent, plan),
                percent(HouseholdMaker.TWIN_RATE), written.people(), written.mentions(), written.alerts(),
                plan.out().resolve("feeds"), plan.out().resolve("truth"));
    }

    private static String percent(double rate, BoroughPlan plan) {
        return percent(NoiseModel.effective(rate, plan.noise()));
    }

    /** What is left when lacking it is the fault. */
    private static String present(double rate, BoroughPlan plan) {
        return percent(1 - NoiseModel.effective(1 - rate, plan.noise()));
    }

    private static String percent(double rate) {
        return Math.round(rate * 10_000) / 100.0 + "%";
    }
}
