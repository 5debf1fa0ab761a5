package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Faults of the content: truncated, wrongly encoded, endless, empty, wrong columns, bad rows, hostile XML, dates that cannot be. */
final class ContentRows {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-19");
    private static final int MANY_ROWS = 10_000;
    private static final int DAYS = 100;
    private static final int LINE_MEGABYTES = 500;
    private static final int LISTEN_MILLIS = 500;

    private ContentRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.quick("F7", "the last line is truncated", place -> answered(place, "f7.csv", HEADER + day(child("truncate"), THURSDAY) + "9994001,999001,,Tru", "PARTIAL 1/0/1 TRUNCATED_ROW")),
                Row.quick("F10", "Windows-1252 in a UTF-8 feed", ContentRows::wrongEncoding),
                Row.quick("F11", "byte-order mark, CRLF, no last line end", ContentRows::odd),
                Row.quick("F12", "NUL and control characters", place -> answered(place, "f12.csv", HEADER + day(child("nul"), THURSDAY).replace("4 Test Row", "4\0Test\u0007Row") + day(child("fine"), THURSDAY),
                        "PARTIAL 1/0/1 CONTROL_CHARACTER")),
                Row.slow("F13", LINE_MEGABYTES + " MB in one line", ContentRows::endless),
                Row.quick("F14", "no bytes, or a header only", ContentRows::empty),
                Row.quick("F15", "columns renamed", ContentRows::renamed),
                Row.quick("F16", "1 bad row of " + MANY_ROWS, ContentRows::oneBad),
                Row.quick("F19", "external entity, entity bomb", ContentRows::entities),
                Row.quick("F22", "a date in the future", place -> answered(place, "f22.csv", HEADER + day(child("future"), LocalDate.parse("2031-01-06")), "REJECTED 0/0/1 DATE_IN_FUTURE")));
    }

    private static List<Finding> answered(Place place, String name, String content, String expected) throws Exception {
        Answer answer = place.hub().send(SCHOOLS, ATTENDANCE, name, content);
        return List.of(Finding.same("the answer names what was held, rejected and why", List.of(expected), List.of(answer.inShort())),
                Finding.that("records = accepted + unchanged + rejected", answer.records() == answer.accepted() + answer.unchanged() + answer.rejected(), answer));
    }

    private static List<Finding> wrongEncoding(Place place) throws Exception {
        String text = HEADER + day(child("plain"), THURSDAY) + day(child("latin"), THURSDAY).replace("Ada", "Zoë");
        Answer answer = place.hub().send(SCHOOLS, ATTENDANCE, "f10.csv", text.getBytes(StandardCharsets.ISO_8859_1));
        return List.of(Finding.same("the file is refused whole", List.of("REJECTED 0/0/0 BAD_ENCODING"), List.of(answer.inShort())),
                Finding.that("the answer says where", answer.words().matches("(?s).*\\d.*"), answer.words()), Finding.same("nothing is held", List.of(), place.hub().held("999001/Plain")));
    }

    private static List<Finding> odd(Place place) throws Exception {
        String text = "\uFEFF" + (HEADER + day(child("markone"), THURSDAY) + day(child("marktwo"), THURSDAY)).replace("\n", "\r\n");
        return answered(place, "f11.csv", text.substring(0, text.length() - 2), "ACCEPTED 2/0/0");
    }

    private static List<Finding> endless(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'x');
            try (OutputStream upload = hub.door(SCHOOLS).client().write("/in/" + ATTENDANCE + "/f13.csv")) {
                upload.write('"');
                for (int i = 0; i < LINE_MEGABYTES; i++) {
                    upload.write(megabyte);
                }
            }
            Answer answer = hub.answer(SCHOOLS, "f13.csv");
            Answer next = hub.send(POLICE, MISSING, "f13.json", notice("F13-1", 1, child("after")));
            return List.of(Finding.that("the file is refused by its limit", answer.inShort().startsWith("REJECTED 0/0/0"), answer),
                    Finding.that("the hub is up and takes the next file", next.stage().equals("ACCEPTED") && hub.hub().isAlive(), next));
        }
    }

    private static List<Finding> empty(Place place) throws Exception {
        Answer nothing = place.hub().send(SCHOOLS, ATTENDANCE, "f14-0.csv", "");
        Answer header = place.hub().send(SCHOOLS, ATTENDANCE, "f14-1.csv", HEADER);
        return List.of(Finding.same("both are answered", List.of("REJECTED 0/0/0 EMPTY_FILE", "ACCEPTED 0/0/0 NO_ROWS"), List.of(nothing.inShort(), header.inShort())));
    }

    private static List<Finding> renamed(Place place) throws Exception {
        Answer answer = place.hub().send(SCHOOLS, ATTENDANCE, "f15.csv", HEADER.replace("Session Date", "Day") + day(child("renamed"), THURSDAY));
        return List.of(Finding.that("the file is refused and the column named", answer.inShort().startsWith("REJECTED 0/0/0 BAD_HEADER") && answer.words().contains("Session Date"), answer),
                Finding.same("nothing is held", List.of(), place.hub().held("999001/Renamed")));
    }

    private static List<Finding> oneBad(Place place) throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < MANY_ROWS; i++) {
            LocalDate date = LocalDate.parse("2026-03-02").plusDays(i % DAYS);
            text.append(i == MANY_ROWS / 2 ? day(child("many" + i / DAYS), date, "@", "\\") : day(child("many" + i / DAYS), date));
        }
        return answered(place, "f16.csv", text.toString(), "PARTIAL " + (MANY_ROWS - 1) + "/0/1 UNKNOWN_CODE");
    }

    private static List<Finding> entities(Place place) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String external = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"http://127.0.0.1:" + listening.getLocalPort() + "/\">]><Referrals><Referral ref=\"&e;\"/></Referrals>";
            String bomb = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><Referrals>&c;</Referrals>";
            Answer one = place.hub().send("rowan-house", "domestic-abuse", "f19-1.xml", external);
            Answer two = place.hub().send("rowan-house", "domestic-abuse", "f19-2.xml", bomb);
            return List.of(Finding.same("both are refused", List.of("REJECTED 0/0/0 XML_FORBIDDEN", "REJECTED 0/0/0 XML_FORBIDDEN"), List.of(one.inShort(), two.inShort())),
                    Finding.that("no socket was opened", isQuiet(listening), "somebody connected"));
        }
    }

    private static boolean isQuiet(ServerSocket listening) throws Exception {
        listening.setSoTimeout(LISTEN_MILLIS);
        try {
            listening.accept().close();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
