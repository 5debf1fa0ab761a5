package org.earlyhelp.hub.cli.outside;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same with another heap, such as {@code 96m}, and an end as soon as it is used up. */
    public HubLaunch withHeap(String size) {
        List<String> changed = new ArrayList<>(words);
        changed.replaceAll(word -> word.startsWith("-Xmx") ? "-Xmx" + size : word);
        changed.add(1, "-XX:+ExitOnOutOfMemoryError");
        return new HubLaunch(changed);
    }

    /** The same started by another program, which is given these words last and must become the hub. */
    public HubLaunch within(List<String> program) {
        return new HubLaunch(Stream.concat(program.stream(), words.stream()).toList());
    }

    /** The same hub as a council runs it: on its settings alone, without accounts of a demonstration. */
    public HubLaunch asRun() {
        List<String> changed = new ArrayList<>(words);
        changed.removeAll(List.of("demo", "--empty"));
        changed.add("run");
        return new HubLaunch(changed);
    }

    private static String home() {
        return System.getProperty("ehub.home", ".");
    }
}
