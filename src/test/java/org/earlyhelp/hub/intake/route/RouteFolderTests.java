package org.earlyhelp.hub.intake.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faulty, changed and removed route files, with Camel and SFTP running. */
class RouteFolderTests {
    private static final String LANE = "avonford-police-missing-children.yaml";

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void make() {
        hub = new IntakeHub(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void startsTheOthersBesideFaultyFiles() throws IOException {
        write("a-broken.yaml", "template: feed-lane\nagency: avonford-police\nfeed: [x]\npollSeconds: often\n");
        write("b-broken.camel.yaml", "- route:\n    id: broken\n    from:\n      uri: direct:b\n      steps:\n        - lgo: x\n");
        write("c-broken.yaml", "template: no-such\n");

        hub.start();

        assertThat(routes().running()).contains("avonford-police/missing-children", "clearwater/substance-misuse", "take-delivery").hasSize(11);
        assertThat(routes().faults()).extracting(ConfigFault::file).contains("a-broken.yaml", "b-broken.camel.yaml", "c-broken.yaml");
        assertThat(routes().faults()).filteredOn(fault -> fault.file().equals("a-broken.yaml")).extracting(ConfigFault::line).containsExactlyInAnyOrder(3, 4);
        assertThat(routes().faults()).filteredOn(fault -> fault.file().startsWith("b-")).extracting(ConfigFault::line).containsExactly(6);
        assertThat(hub.send("avonford-police", "missing-children/x.json", notice("M-1")).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void keepsALaneWhoseFileBecomesFaulty() throws IOException {
        hub.start();
        write(LANE, "template: feed-lane\nagency: avonford-police\nfeed: missing-children\npollSeconds: 0\n");

        routes().refresh();

        assertThat(routes().faults()).singleElement().satisfies(fault -> assertThat(fault.line()).isEqualTo(4));
        assertThat(hub.send("avonford-police", "missing-children/x.json", notice("M-1")).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void stopsALaneWhoseFileIsRemoved() throws IOException {
        hub.start();
        Files.delete(hub.config.resolve("routes").resolve(LANE));

        routes().refresh();

        assertThat(routes().running()).doesNotContain("avonford-police/missing-children").hasSize(10);
        assertThat(routes().faults()).isEmpty();
    }

    @Test
    void refusesASecondFileForOneLane() throws IOException {
        write("z-second.yaml", "template: feed-lane\nagency: avonford-police\nfeed: missing-children\n");

        hub.start();

        assertThat(routes().faults()).singleElement().satisfies(fault -> assertThat(fault.toString()).contains("z-second.yaml", "already in another file"));
        assertThat(routes().running()).contains("avonford-police/missing-children");
    }

    @Test
    void loadsLanesAnewWhenTheirTemplateChanges() throws IOException {
        hub.start();
        Path template = hub.config.resolve("routes/feed-lane.camel.yaml");
        Files.writeString(template, Files.readString(template) + "# changed\n");

        routes().refresh();

        assertThat(routes().faults()).isEmpty();
        assertThat(hub.send("avonford-police", "missing-children/x.json", notice("M-1")).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void neverShowsThePassword() {
        hub.start();
        String password = hub.bean(org.earlyhelp.hub.intake.SftpAccess.class).password();

        assertThat(hub.bean(CamelContext.class).getEndpoints()).extracting(endpoint -> endpoint.getEndpointUri() + endpoint.getEndpointKey()).noneMatch(uri -> uri.contains(password));
    }

    @Test
    void runsACouncilsOwnRouteThatReadsJson() throws IOException {
        write("calendar.camel.yaml", """
                - route:
                    id: calendar
                    from:
                      uri: direct:calendar
                      steps:
                        - unmarshal:
                            json: {}
                        - setBody:
                            simple: "${body[terms][0]}"
                """);

        hub.start();

        assertThat(routes().faults()).isEmpty();
        assertThat(hub.bean(ProducerTemplate.class).requestBody("direct:calendar", "{\"terms\":[\"autumn\",\"spring\"]}")).isEqualTo("autumn");
    }

    private RouteFolder routes() {
        return hub.bean(RouteFolder.class);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(hub.config.resolve("routes").resolve(name), text);
    }
}
