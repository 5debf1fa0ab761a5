package org.earlyhelp.hub.web.papers;

import java.util.List;
import java.util.stream.Collectors;
import org.earlyhelp.hub.page.PlainTime;

/** A paper as Markdown, to be worked on in any editor. */
final class PaperMarkdown {
    private PaperMarkdown() {
    }

    static String of(Paper paper) {
        StringBuilder text = new StringBuilder("# " + line(paper.title()) + "\n\nDraft of " + PlainTime.of(paper.made()) + " for " + line(paper.controller()) + ", from what was in force that day.\n");
        paper.parts().forEach(part -> text.append(part(part)));
        return text.append("\nMade from: ").append(line(String.join(", ", paper.sources()))).append(".\n").toString();
    }

    private static String part(Paper.Part part) {
        StringBuilder text = new StringBuilder("\n## " + line(part.heading()) + "\n");
        part.sentences().forEach(sentence -> text.append('\n').append(line(sentence)).append('\n'));
        if (part.table() != null) {
            text.append('\n').append(row(part.table().header())).append(row(part.table().header().stream().map(any -> "---").toList()));
            part.table().rows().forEach(cells -> text.append(row(cells)));
        }
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> line(cell).replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** One line, and nothing that Markdown or a page it is turned into would take for a tag. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").replace("<", "&lt;");
    }
}
