package org.earlyhelp.hub.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.support.LiveFiles;
import org.earlyhelp.hub.web.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small hub with one family of two children: Mirelle, who is in every feed and is to be forgotten, and her brother Tobias, who
 * stays. Can be stopped and started.
 */
final class ErasureDay implements AutoCloseable {
    /** Every way in which something tells of Mirelle; her surname and address are her brother's too. */
    static final List<String> HERS = List.of("mirelle", "2013-04-17", "17/04/2013", "20130417", "9991639853", "999 163 9853", "h999400116030", "av-26-9801", "mz-77120",
            "mimi-belle", "boathouse");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ATTENDANCE = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,Town,Postcode,Parent Surname,"
            + "Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final String MIRELLE_MARKS = "9994001,999103,H999400116030,Zelenka,Mirelle,Mimi-Belle,17/04/2013,F,8,6 Loom Yard,Avonford,ZZ99 2BC,Zelenka,Petra,01632 960771,%s,/,\\\n";
    private static final String TOBIAS_MARKS = "9994001,999103,Z999400118044,Zelenka,Tobias,,02/09/2011,M,10,6 Loom Yard,Avonford,ZZ99 2BC,Zelenka,Petra,01632 960771,%s,/,\\\n";
    private static final String PERSON = """
            {"localRef": "MZ-77120", "surname": "Zelenka", "forenames": "Mirelle", "knownAs": ["Mimi-Belle"], "dateOfBirth": "2013-04-17", "sex": "F",
             "address": {"line1": "6 Loom Yard", "town": "Avonford", "postcode": "ZZ99 2BC"}}""";
    private static final String BROTHER = """
            {"surname": "Zelenka", "forenames": "Tobias", "dateOfBirth": "2011-09-02", "sex": "M", "address": {"line1": "6 Loom Yard", "town": "Avonford", "postcode": "ZZ99 2BC"}}""";
    final Map<String, String> environment;
    RunningHub hub;

    ErasureDay(Path folder) {
        this(folder, Map.of());
    }

    /** With further settings. */
    ErasureDay(Path folder, Map<String, String> further) {
        Map<String, String> all = new HashMap<>(Map.of("HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0",
                "HUB_CLOCK", "2026-11-23T08:40:00Z"));
        all.putAll(further);
        environment = Map.copyOf(all);
        start();
    }

    void start() {
        hub = RunningHub.start(HubApplication.class, SettingsReader.read(HubMode.DEMO_EMPTY, environment, Path.of("").toAbsolutePath()), line -> { });
    }

    void stop() {
        hub.close();
    }

    JdbcClient sql() {
        return hub.bean(JdbcClient.class);
    }

    /** All that is known of the two: six files of five feeds, one message of both on a queue, one of her alone. */
    void play() {
        drop("avonford-schools", "school-attendance", "attendance.csv", attendance("20/11/2026"));
        drop("avonford-health", "health-visiting", "hv.hl7", """
                MSH|^~\\&|CHILDHEALTH|RZZ|EHHUB|999|20261111090000||ADT^A31^ADT_A05|HV0009801|P|2.4|||AL|NE|GBR
                EVN|A31|20261111090000
                PID|1||9991639853^^^NHS^NH~MZ-77120^^^RZZ^MR||ZELENKA^MIRELLE||20130417|F|||6 Loom Yard^^Avonford^^ZZ99 2BC^GBR^H
                """.replace("\n", "\r"));
        drop("avonford-council", "open-involvements", "cases.csv", "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n"
                + "FH-99801,9991639853,H999400116030,Zelenka,Mirelle,2013-04-17,ZZ99 2BC,Family Help,3,J. Okoro,01632 960411,2026-01-15,2026-06-01\n");
        drop("avonford-police", "missing-children", "zelenka-mirelle.json", missing(1));
        drop("avonford-police", "domestic-abuse", "referral.json", """
                [{"referralRef": "AV-DA-9802", "version": 1, "source": "POLICE", "occurredAt": "2026-11-18T20:00:00Z", "tool": {"name": "DASH", "version": "2009", "ticks": 10,
                  "grade": "MEDIUM", "judgedBy": "POLICE"}, "maracReferred": false, "victim": {"surname": "Zelenka", "forenames": "Petra", "sex": "F", "dateOfBirth": "1985-01-30",
                  "address": {"line1": "6 Loom Yard", "town": "Avonford", "postcode": "ZZ99 2BC"}}, "narrative": "Mirelle hid behind the boathouse.",
                  "children": [%s, %s]}]""".formatted(PERSON, BROTHER));
        drop("avonford-police", "domestic-abuse", "words.json", """
                [{"referralRef": "AV-DA-9803", "version": 1, "source": "POLICE", "occurredAt": "2026-11-19T20:00:00Z", "maracReferred": false,
                  "victim": {"surname": "Zelenka", "forenames": "Petra", "sex": "F", "dateOfBirth": "1985-01-30"}, "narrative": "She says that Mirelle was not at home."}]""");
    }

    static String attendance(String day) {
        return ATTENDANCE + MIRELLE_MARKS.formatted(day) + TOBIAS_MARKS.formatted(day);
    }

    static String missing(int version) {
        return """
                [{"noticeRef": "AV-26-9801", "version": %d, "kind": "INITIAL", "force": "AVON", "reportedAt": "2026-11-22T20:15:00Z", "missingFrom": "HOME", "riskGrade": "HIGH",
                  "riskFlags": [], "circumstances": "Last seen at the boathouse.", "child": %s,
                  "contacts": [{"relationship": "MOTHER", "surname": "Zelenka", "forenames": "Petra", "sex": "F"}]}]""".formatted(version, PERSON);
    }

    /** Sends a file and waits until all that follows from it is done. */
    void drop(String agency, String feed, String name, String content) {
        WorkLeft work = hub.bean(WorkLeft.class);
        long before = work.lastDelivery();
        try (AgencyClient client = new AgencyClient(hub, agency)) {
            client.upload("/in/" + feed + "/" + name, content.getBytes(StandardCharsets.UTF_8));
        }
        await().atMost(LIMIT).until(() -> work.after(before).isDone(1));
    }

    Browser browser(String role) {
        return Browser.signedIn(hub.endpoints().http(), role, hub.accounts().orElseThrow().password(role));
    }

    /** Her reference, found by her UPN. */
    String mirelle() {
        return personOf("H999400116030");
    }

    String personOf(String upn) {
        return sql().sql("SELECT p.ref FROM person p JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id WHERE m.person ->> 'upn' = ? LIMIT 1").param(upn)
                .query(String.class).single();
    }

    long count(String query) {
        return sql().sql(query).query(Long.class).single();
    }

    /** Every row of every table as text, sealed texts opened, and every file of the data folder but the database's programs. */
    Map<String, String> everything() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String table : sql().sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").query(String.class).list()) {
            texts.put("table " + table, String.join("\n", sql().sql("SELECT t::text FROM \"" + table + "\" t").query(String.class).list()));
        }
        TextSeal seal = hub.bean(TextSeal.class);
        texts.put("free texts", sql().sql("SELECT ref, free_text FROM record WHERE free_text IS NOT NULL")
                .query((row, n) -> seal.open(row.getString(1), row.getBytes(2)).toString()).list().toString());
        texts.putAll(files(Path.of(environment.get("HUB_DATA_DIR")), false));
        return texts;
    }

    /** The raw files, opened with the hub's key. */
    List<String> rawFiles() {
        var raw = hub.bean(org.earlyhelp.hub.intake.raw.RawStore.class);
        return raw.kept().stream().map(kept -> {
            try (var content = raw.open(kept)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    static Map<String, String> files(Path folder, boolean database) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : LiveFiles.below(folder)) {
            String place = folder.relativize(file).toString();
            if (database || place.endsWith(".log") || !place.startsWith("postgres/") && !place.startsWith("demo/")) {
                texts.put("file " + place, content(file));
            }
        }
        return texts;
    }

    /** Empty for a file that a running hub has just taken away. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
