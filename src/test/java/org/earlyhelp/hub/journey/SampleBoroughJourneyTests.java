package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.samples.SampleCase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** From the sample files on SFTP to receipts, queues and exports, over a restart, by the answers that lie beside the samples. */
class SampleBoroughJourneyTests extends SampleDaySecrets {
    @Override
    SampleDay play(Path folder) {
        return new DemoDay(folder);
    }

    @Override
    List<String> searched() {
        return List.of("file broker/kahadb/", "file postgres/data/log/");
    }

    @Override
    List<String> serverLogs() {
        return List.of("file postgres/");
    }

    @Test
    void saysWhatArrivedAndWhatToLookAt() {
        assertThat(day().printed()).anyMatch(line -> line.contains("answered " + SampleCase.inOrder().size() + " of")).anyMatch(line -> line.contains("/inbox"));
        assertThat(day().hub().isOnRealTime()).isFalse();
    }

    @Test
    void documentsWhatTheDayGave() {
        DocumentedExample examples = new DocumentedExample();
        String raised = newestAbout("sorensen.emil").text();
        String family = newestAbout("sorensen.emil").group();
        examples.is("alert-raised.json", pretty(raised));
        examples.is("alert-updated.json", pretty(newestAbout("mcallister.skye").text()));
        examples.is("sender-fault.json", pretty(messages().stream().filter(message -> message.type().equals("earlyhelp.sender-fault.v1")
                && message.json().at("/data/feed").asString().equals("domestic-abuse") && message.json().at("/data/agency").asString().equals("avonford-police"))
                .findFirst().orElseThrow().text()));
        Stream.of("links", "needs", "alerts").forEach(name -> examples.is(name + ".csv",
                day().export(name).lines().filter(line -> line.startsWith("a") || line.startsWith("family,") || line.contains(family))
                        .filter(line -> line.contains(family) || line.contains("family,")).collect(joining("\n", "", "\n"))));
        new DocumentedExample().is("decision.json", decisionOn(newestAbout("sorensen.emil").json()));
        Map<String, String> receipts = day().files("avonford-schools", "/receipts");
        Stream.of(".receipt.json", ".receipt.txt", ".errors.csv").forEach(ending -> receipts.forEach((name, text) -> {
            if (name.startsWith("attendance-2026-11-20.csv.") && name.endsWith(ending)) {
                examples.is(ending.substring(1), text);
            }
        }));
    }

    private static String pretty(String json) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(JsonMapper.shared().readTree(json)) + "\n";
    }
}
