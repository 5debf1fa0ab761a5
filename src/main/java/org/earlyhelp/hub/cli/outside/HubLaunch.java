package org.earlyhelp.hub.cli.outside;

import java.nio.file.Path;
import java.util.List;

/** The words that start an empty demonstration: by the {@code ehub} script where this process came from it, else by this Java. */
public record HubLaunch(List<String> words) {
    private static final String JAR = "early-help-hub.jar";
    private static final String MAIN = "org.earlyhelp.hub.HubApplication";

    public HubLaunch {
        words = List.copyOf(words);
    }

    /** The way this process was started. */
    public static HubLaunch likeThisProcess() {
        String home = System.getProperty("ehub.home", ".");
        return System.getProperty("java.class.path").contains(JAR) ? byScript(Path.of(home)) : byThisJava(home);
    }

    private static HubLaunch byScript(Path home) {
        return new HubLaunch(List.of(home.resolve("ehub").toString(), "demo", "--empty"));
    }

    private static HubLaunch byThisJava(String home) {
        return new HubLaunch(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Dehub.home=" + home,
                "-cp", System.getProperty("java.class.path"), MAIN, "demo", "--empty"));
    }
}
