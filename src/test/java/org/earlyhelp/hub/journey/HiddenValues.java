package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.samples.SampleCase;
import org.springframework.web.util.HtmlUtils;

/**
 * What the samples hide, searched for in whatever form: other case, other spacing, escaped for HTML or a URL, a telephone number
 * with the country's prefix.
 */
final class HiddenValues {
    private static final String TRUNK = "01632";
    private final List<String> bare = new ArrayList<>();

    HiddenValues() {
        try {
            Files.readAllLines(SampleCase.ROOT.resolve("hidden-values.txt")).forEach(value -> bare.add(bare(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.copyOf(bare).stream().filter(value -> value.startsWith(TRUNK)).forEach(value -> bare.add("44" + value.substring(1)));
    }

    /** None of the texts, by the place where they were found, nor the places themselves, hold a hidden value. */
    void areNowhereIn(Map<String, String> texts) {
        List<String> leaks = new ArrayList<>();
        texts.forEach((place, text) -> {
            List<String> forms = Stream.concat(forms(place), forms(text)).toList();
            bare.stream().filter(value -> forms.stream().anyMatch(form -> form.contains(value))).forEach(value -> leaks.add(value + " in " + place));
        });
        assertThat(leaks).isEmpty();
    }

    private static Stream<String> forms(String text) {
        return Stream.of(text, text.indexOf('&') < 0 ? "" : HtmlUtils.htmlUnescape(text), text.indexOf('%') < 0 ? "" : decoded(text)).map(HiddenValues::bare);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Letters and digits alone, in lower case. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.chars().filter(character -> character < 128 && Character.isLetterOrDigit(character)).map(Character::toLowerCase).forEach(character -> bare.append((char) character));
        return bare.toString();
    }
}
