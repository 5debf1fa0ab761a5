package org.earlyhelp.hub.intake.sftp.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** One line of {@code hostile-names.txt}; {@code bytes} holds a byte a character, as it goes over the line. */
record HostileName(String shown, String bytes, boolean taken) {
    private static final Path FILE = Path.of("src/test/resources/sftp/hostile-names.txt");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    static List<HostileName> all() {
        try {
            return Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).map(HostileName::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name as the server's disk has it. */
    String text() {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return shown.length() > 60 ? shown.substring(0, 60) + "… " + bytes.length() : shown;
    }

    private static HostileName parse(String line) {
        int end = line.indexOf(' ');
        String shown = line.substring(end + 1);
        String bytes = BYTE.matcher(shown).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return new HostileName(shown, bytes, line.startsWith("taken "));
    }
}
