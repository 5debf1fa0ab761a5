package org.earlyhelp.hub.cli.outside;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that start an empty demonstration. */
public record HubLaunch(List<String> words) {
    private static final String MAIN = "org.earlyhelp.hub.HubApplication";
    /** What the {@code ehub} script hands to every verb: Java's archive of loaded classes, and the filter of what may be deserialised. */
    private static final List<String> HANDED_ON = List.of("-XX:SharedArchiveFile=", "-Djdk.serialFilter=");

    public HubLaunch {
        words = List.copyOf(words);
    }

    /** By the {@code ehub} script, as a person does it. It builds first when a source has changed. */
    public static HubLaunch byScript() {
        return new HubLaunch(List.of(Path.of(home()).resolve("ehub").toString(), "demo", "--empty"));
    }

    /** By this very Java with the classes of this process, so that all lives of a hub are the same program whatever is edited meanwhile. */
    public static HubLaunch likeThisProcess() {
        List<String> words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                "-Dehub.home=" + home()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> HANDED_ON.stream().anyMatch(argument::startsWith)).forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "demo", "--empty"));
        return new HubLaunch(words);
    }

    private static String home() {
        return System.getProperty("ehub.home", ".");
    }
}
