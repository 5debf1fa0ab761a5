package org.earlyhelp.hub.journey;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earlyhelp.hub.web.Browser;

/** Asks the look-up page for a child as a caller names them, by whatever fields its form has. */
final class LookUp {
    private static final String PAGE = "/search";
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b([^>]*)>(.*?)(?=<input|<select|<textarea|</form>)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]+)\"");
    private final Browser browser;

    LookUp(Browser browser) {
        this.browser = browser;
    }

    /** The answer's page; empty where there is no look-up. */
    Optional<String> ask(String surname, String forename) {
        HttpResponse<String> form = browser.get(PAGE);
        if (form.statusCode() != 200) {
            return Optional.empty();
        }
        Map<String, String> filled = new HashMap<>();
        Matcher field = FIELD.matcher(form.body());
        while (field.find()) {
            Matcher name = NAME.matcher(field.group(2));
            if (name.find()) {
                filled.putIfAbsent(name.group(1), value(field, name.group(1).toLowerCase(java.util.Locale.ROOT), surname, forename));
            }
        }
        return Optional.of(browser.postRaw(PAGE, filled.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))).body());
    }

    private static String value(Matcher field, String name, String surname, String forename) {
        Matcher given = VALUE.matcher(field.group(1).equals("select") ? field.group(3) : field.group(2));
        if (given.find()) {
            return given.group(1);
        }
        if (name.contains("surname") || name.contains("familyname")) {
            return surname;
        }
        return name.contains("forename") ? forename : name.equals("name") ? forename + " " + surname : name.contains("caller") || name.contains("reason") ? "School" : "";
    }
}
