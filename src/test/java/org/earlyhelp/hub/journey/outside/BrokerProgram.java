package org.earlyhelp.hub.journey.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.earlyhelp.hub.support.ChildJava;
import org.earlyhelp.hub.support.RunbookBlock;

/** Whose ActiveMQ a test runs as a process of its own. */
enum BrokerProgram {
    /** Debian's package, set up by the {@code activemq.xml} of the runbook. */
    DEBIAN {
        @Override
        boolean isInstalled() {
            return Files.isReadable(PROGRAM) && Files.isReadable(LIBRARY);
        }

        @Override
        String version() {
            try (JarFile library = new JarFile(LIBRARY.toFile())) {
                return "ActiveMQ " + library.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION) + " (Debian)";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Runnable launch(Path folder, int port, ServerCertificate certificate, String password) {
            try {
                Path settings = Files.writeString(folder.resolve("activemq.xml"), settings(folder, port, certificate, password));
                List<String> words = List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dactivemq.home=" + PROGRAM.getParent().getParent(),
                        "-Dactivemq.base=" + folder, "-Dactivemq.data=" + folder.resolve("journal"), "-jar", PROGRAM.toString(), "start", "xbean:" + settings.toUri());
                return OutsideProcess.start(words, folder.resolve("activemq.log"), port, line -> true)::kill;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** The hub's own library. */
    MAVEN {
        @Override
        boolean isInstalled() {
            return true;
        }

        @Override
        String version() {
            return "ActiveMQ " + org.apache.activemq.ActiveMQConnectionMetaData.PROVIDER_VERSION + ", as the hub brings it along: " + WITHOUT_DEBIAN;
        }

        @Override
        Runnable launch(Path folder, int port, ServerCertificate certificate, String password) {
            ChildJava process = ChildJava.start(OutsideBrokerProcess.class, Map.of(OutsideBroker.PASSWORDS, password), folder.resolve("journal").toString(), Integer.toString(port), certificate.store().toString());
            process.await("ready");
            return process::kill;
        }
    };

    static final String WITHOUT_DEBIAN = "no ActiveMQ below /usr/share/activemq; .ci/run installs it (activemq)";
    private static final Path PROGRAM = Path.of("/usr/share/activemq/bin/activemq.jar");
    private static final Path LIBRARY = Path.of("/usr/share/activemq/lib/activemq-broker.jar");

    abstract boolean isInstalled();

    /** In words, with the reason when it is not Debian's. */
    abstract String version();

    /** Starts it on that port with its journal below the folder; what is returned ends it as {@code kill -9} does. */
    abstract Runnable launch(Path folder, int port, ServerCertificate certificate, String password);

    /** Debian's where it is installed. */
    static BrokerProgram here() {
        return DEBIAN.isInstalled() ? DEBIAN : MAVEN;
    }

    /** What the runbook says of {@code activemq.xml}, in the frame of the file that the package brings. */
    private static String settings(Path folder, int port, ServerCertificate certificate, String password) throws IOException {
        String body = RunbookBlock.after("use-your-own-servers.md", "In `activemq.xml`").stream().collect(Collectors.joining("\n"))
                .replace("keyStorePassword=\"…\"", "keyStorePassword=\"" + new String(ServerCertificate.STORE_PASSWORD) + "\"").replace("password=\"…\"", "password=\"" + password + "\"")
                .replace("file:conf/server.p12", certificate.store().toUri().toString()).replace("0.0.0.0:61617", "127.0.0.1:" + port);
        return """
                <beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                       xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd
                                           http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd">
                  <broker xmlns="http://activemq.apache.org/schema/core" brokerName="outside" useJmx="false" dataDirectory="%1$s">
                %2$s
                    <persistenceAdapter><kahaDB directory="%1$s" journalMaxFileLength="8mb"/></persistenceAdapter>
                  </broker>
                </beans>
                """.formatted(folder.resolve("journal"), body);
    }
}
