package org.earlyhelp.hub.alert.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.AlertStatus;

/** The table of {@link AlertLife} as a page of the documentation: a Mermaid diagram and the rows. Pure. */
public final class AlertDiagram {
    private static final String HEAD = """
            # The life of an alert

            Written from the state table in `AlertLife` by `AlertDiagramTests`; do not edit. What is not here is refused.

            """;

    private AlertDiagram() {
    }

    /** The whole page as Markdown, the same for the same table. */
    public static String page() {
        return HEAD + diagram() + "\n" + rows();
    }

    private static String diagram() {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2", "    [*] --> " + AlertStatus.RAISED));
        arrows().forEach((arrow, events) -> lines.add("    " + arrow + " : " + String.join(", ", events)));
        Arrays.stream(AlertStatus.values()).filter(AlertLife::isTerminal).forEach(end -> lines.add("    " + end + " --> [*]"));
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }

    /** Events that lead the same way share an arrow. */
    private static Map<String, List<String>> arrows() {
        return AlertLife.edges().stream().collect(Collectors.groupingBy(edge -> edge.from() + " --> " + edge.to(), LinkedHashMap::new,
                Collectors.mapping(edge -> words(edge.event()), Collectors.toList())));
    }

    private static String rows() {
        return "| In state | Event | Leads to | Message |\n|---|---|---|---|\n" + AlertLife.edges().stream().map(AlertDiagram::row).collect(Collectors.joining());
    }

    private static String row(AlertLife.Edge edge) {
        return "| %s | %s | %s | %s |\n".formatted(edge.from(), words(edge.event()), edge.to(),
                edge.message().map(message -> "`" + message.type() + "`").orElse("none"));
    }

    private static String words(AlertEvent event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
