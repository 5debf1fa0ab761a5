package org.earlyhelp.hub.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a page of the runbook tells an operator to type: the indented lines below a line of text, so that a test does what the page says. */
public final class RunbookBlock {
    private static final Path FOLDER = Path.of("src/docs/runbook");
    private static final String INDENT = "    ";

    private RunbookBlock() {
    }

    /** The lines of the first block after the line that contains {@code words}, without their indent. Fails where there is none. */
    public static List<String> after(String page, String words) throws IOException {
        List<String> block = Files.readAllLines(FOLDER.resolve(page)).stream().dropWhile(line -> !line.contains(words)).skip(1)
                .dropWhile(line -> !line.startsWith(INDENT)).takeWhile(line -> line.startsWith(INDENT) || line.isBlank()).map(line -> line.isBlank() ? "" : line.substring(INDENT.length())).toList();
        if (block.isEmpty()) {
            throw new AssertionError(page + " has no block after '" + words + "'");
        }
        return block;
    }
}
