package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.support.ChildJava;
import org.springframework.util.FileSystemUtils;

/**
 * The sample borough's day, played once a build by {@code ehub demo --once} in a process of its own and then copied. What was played for
 * another build is never used; without Maven, which names the build, it is played for each JVM.
 */
record PlayedDay(Map<String, String> environment, List<String> printed) {
    private static final String BUILD = System.getProperty("hub.test.build", "of-" + ProcessHandle.current().pid()).replaceAll("\\W", "");
    private static final Path BUILDS = Path.of("target/played-days").toAbsolutePath();

    /** Brings data and keys of the day into the folder. */
    static PlayedDay broughtTo(Path folder) {
        try {
            Path build = Files.createDirectories(BUILDS.resolve(BUILD));
            try (FileChannel door = FileChannel.open(build.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                door.lock();
                if (!Files.exists(build.resolve("printed"))) {
                    play(build);
                }
                copy(build.resolve("data"), folder);
                copy(build.resolve("data-keys"), folder);
            }
            return new PlayedDay(environment(folder), Files.readAllLines(build.resolve("printed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void play(Path build) throws IOException {
        forgetOthers(build);
        try (ChildJava once = ChildJava.start(HubApplication.class, environment(build), "demo", "--once")) {
            List<String> printed = once.lines();
            assertThat(once.exitCode()).as(String.join("\n", printed)).isZero();
            Files.write(build.resolve("printed"), printed);
        }
    }

    /** With owners and rights, which the database looks at. */
    private static void copy(Path from, Path into) throws IOException {
        try {
            Process copying = new ProcessBuilder("cp", "-a", from.toString(), into.toString()).inheritIO().start();
            assertThat(copying.waitFor()).as("copying %s", from).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of("HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0");
    }

    /** Earlier builds' days are of other code. */
    private static void forgetOthers(Path build) throws IOException {
        try (Stream<Path> builds = Files.list(BUILDS)) {
            for (Path other : builds.filter(one -> !one.equals(build)).toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }
}
