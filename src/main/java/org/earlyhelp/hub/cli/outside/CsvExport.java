package org.earlyhelp.hub.cli.outside;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.StartFailure;

/** One of the hub's exports, fetched over HTTP as the steward. */
public final class CsvExport {
    private static final String STEWARD = "steward";
    private static final int OK = 200;

    private CsvExport() {
    }

    /** The lines of {@code /api/NAME.csv}, each by its column names. */
    public static List<Map<String, String>> fetch(ChildHub hub, String name) throws IOException {
        String password = hub.accounts().password(STEWARD);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.endpoints().http() + "/api/" + name + ".csv"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((STEWARD + ":" + password).getBytes(StandardCharsets.UTF_8))).build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("/api/" + name + ".csv was answered with status " + answer.statusCode());
            }
            return lines(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while an export was fetched.", e);
        }
    }

    private static List<Map<String, String>> lines(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
}
