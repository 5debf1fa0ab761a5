package org.earlyhelp.hub.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.embedded.broker.HubQueues;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The queue contract is whole: what it refers to exists, its examples fit its schemas, and every type the hub sends is in it. */
class AsyncApiTests {
    private static final Path DOCS = Path.of("src/docs");
    private final JsonNode api = new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());

    @Test
    void hasTheShapeOfAsyncApiThree() {
        assertThat(api.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(api.path("info").path("title").asString("")).isNotBlank();
        assertThat(api.path("info").path("version").asString("")).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(api.propertyNames()).isSubsetOf("asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components");
        for (JsonNode channel : api.path("channels")) {
            assertThat(channel.propertyNames()).isSubsetOf("address", "messages", "title", "summary", "description").contains("address", "messages");
        }
        for (JsonNode operation : api.path("operations")) {
            assertThat(operation.path("action").asString()).isIn("send", "receive");
            assertThat(operation.path("channel").path("$ref").asString()).startsWith("#/channels/");
        }
    }

    @Test
    void describesEveryQueueOfTheHub() {
        List<String> addresses = api.path("channels").valueStream().map(channel -> channel.path("address").asString()).toList();
        List<String> operated = api.path("operations").valueStream().map(operation -> operation.path("channel").path("$ref").asString()).toList();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(HubQueues.ALL);
        assertThat(operated).containsExactlyInAnyOrderElementsOf(api.path("channels").propertyNames().stream().map(name -> "#/channels/" + name).toList());
    }

    @Test
    void refersOnlyToWhatExists() {
        for (JsonNode ref : api.findValues("$ref")) {
            String target = ref.asString();
            boolean exists = target.startsWith("#") ? !api.at(target.substring(1)).isMissingNode() : Files.exists(DOCS.resolve(target));
            assertThat(exists).as(target).isTrue();
        }
    }

    @Test
    void everyMessageHasExamplesThatFitItsSchema() throws IOException {
        for (JsonNode message : api.path("components").path("messages")) {
            String schema = message.path("payload").path("$ref").asString().replace("schemas/", "");
            assertThat(message.path("examples")).as(schema).isNotEmpty();
            for (JsonNode example : message.path("examples")) {
                String file = example.path("payload").path("$ref").asString();
                assertThat(Schemas.faults(schema, Files.readString(DOCS.resolve(file)))).as(file).isEmpty();
            }
        }
    }

    @Test
    void everyTypeHasASchemaAndAnExample() throws IOException {
        Set<String> types = new TreeSet<>(Arrays.stream(MessageType.values()).map(MessageType::type).toList());
        types.addAll(List.of("earlyhelp.sender-fault.v1", "earlyhelp.identity.merged.v1", "earlyhelp.identity.split.v1", "earlyhelp.identity.erased.v1"));

        assertThat(typesIn("schemas")).isEqualTo(types);
        assertThat(typesIn("examples")).isEqualTo(types);
    }

    @Test
    void everyExampleOfADecisionIsRead() throws IOException {
        for (Path file : files("examples").stream().filter(path -> path.getFileName().toString().startsWith("decision")).toList()) {
            assertThat(DecisionReader.read(Files.readString(file))).as(file.toString()).isInstanceOf(DecisionReader.Reading.Read.class);
        }
    }

    /** Constants and choices of {@code type} in schemas; the type itself in examples. */
    private static Set<String> typesIn(String folder) throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path file : files(folder)) {
            JsonNode root = JsonMapper.shared().readTree(file.toFile());
            JsonNode type = folder.equals("schemas") ? root.path("properties").path("type") : root.path("type");
            Stream.of(Stream.of(type, type.path("const")), type.path("enum").valueStream()).flatMap(each -> each)
                    .filter(JsonNode::isString).map(JsonNode::asString).filter(text -> text.startsWith("earlyhelp.")).forEach(types::add);
        }
        return types;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
