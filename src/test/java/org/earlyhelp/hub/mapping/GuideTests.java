package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.support.Strangers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide for analysts shows nothing but what the tests send through the hub. */
class GuideTests {
    private static final Path GUIDE = Path.of("src/docs/runbook/add-an-agency.md");
    private static final Pattern LAYOUT = Pattern.compile("(?ms)^### (.+?)$(.+?)(?=^### |\\z)");
    private static final Pattern FROM = Pattern.compile("From `([a-z-]+)`");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.+?)^```$");

    static Stream<Arguments> layouts() throws IOException {
        return LAYOUT.matcher(Files.readString(GUIDE)).results().map(layout -> Arguments.of(layout.group(1), layout.group(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void showsAMappingThatIsTried(String title, String text) throws IOException {
        String id = FROM.matcher(text).results().findFirst().map(from -> from.group(1)).orElseThrow();
        String mapping = Files.readString(Path.of("src/test/resources/strangers", id, "mapping.yaml"));

        assertThat(EXAMPLE.matcher(text).find()).isTrue();
        assertThat(EXAMPLE.matcher(text).results().map(example -> example.group(1))).allSatisfy(example -> assertThat(mapping).contains(example));
    }

    @Test
    void showsEveryStranger() throws IOException {
        assertThat(Files.readString(GUIDE)).contains(Strangers.mappings().stream().map(id -> "From `" + id + "`").toList());
    }
}
