package org.earlyhelp.hub.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many families with one child each, a need and an alert, as the rooms to the left would have left them: enough of some kinds to be counted, too few of others. */
final class MeasureFile {
    private static final Instant NOW = WebTestHub.NOW;
    private final JdbcClient sql;
    private final AlertStore alerts;
    private int families;

    MeasureFile(JdbcClient sql) {
        this.sql = sql;
        this.alerts = new AlertStore(sql);
    }

    /** A family at {@code postcode} and level 3 with one child who misses school since {@code firstOn}; the child's database id. */
    Family family(String postcode, boolean hidden, LocalDate firstOn) {
        String ref = String.format("%06d", ++families);
        long family = id("INSERT INTO family (ref, created_at) VALUES (?, ?) RETURNING id", "F-" + ref, Timestamp.from(NOW));
        sql.sql("INSERT INTO family_level (family_id, level, assessed_at) VALUES (?, 3, ?)").params(family, Timestamp.from(NOW)).update();
        long child = id("""
                INSERT INTO person (ref, created_at, family_id, family_role, place_hidden, summary) VALUES (?, ?, ?, 'CHILD', ?, ?::jsonb) RETURNING id""",
                "P-" + ref, Timestamp.from(NOW), family, hidden, "{\"forenames\":\"Wilhelmina\",\"surname\":\"Quillfeather\",\"address\":{\"postcode\":\"" + postcode + "\"}}");
        sql.sql("INSERT INTO need (family_id, person_id, code, agency, first_on, last_on, fact, evidence) VALUES (?, ?, 'SCHOOL_ABSENCE', 'avonford-schools', ?, ?, 'fact', '{}')")
                .params(family, child, firstOn, firstOn).update();
        change(child, true, firstOn, NOW.minus(Duration.ofDays(400)));
        return new Family(family, child, "P-" + ref, firstOn);
    }

    /** One made-up family. */
    record Family(long id, long child, String person, LocalDate firstOn) {
    }

    void level(Family family, int level) {
        sql.sql("UPDATE family_level SET level = ? WHERE family_id = ?").params(level, family.id()).update();
    }

    /** The need begins or ends at that moment. */
    void change(long child, boolean holds, LocalDate firstOn, Instant at) {
        sql.sql("INSERT INTO need_change (person_id, code, holds, first_on, at) VALUES (?, 'SCHOOL_ABSENCE', ?, ?, ?)")
                .params(child, holds, holds ? firstOn : null, Timestamp.from(at)).update();
    }

    /** An early-help alert that rests on two agencies; {@code locality} as it stood when it was raised. */
    Alert alert(Family family, String locality, Instant raisedAt) {
        Alert alert = alerts.raise(family.id(), AlertQueue.EARLY_HELP, content(family, locality), new Alert.Clocks(raisedAt, raisedAt.plusSeconds(3600), raisedAt.plusSeconds(7200)), null);
        alerts.keepVersion(alert, "RAISED", raisedAt);
        return alert;
    }

    void decide(Alert alert, Outcome outcome, Instant at) {
        sql.sql("UPDATE alert SET status = 'DECIDED', outcome = ?, decided_at = ? WHERE id = ?").params(outcome.name(), Timestamp.from(at), alert.id()).update();
    }

    void feedback(Alert alert, String word, Instant at) {
        sql.sql("INSERT INTO decision (id, alert_ref, alert_version, action, content, by_whom, at, received_at) VALUES (?, ?, 1, 'FEEDBACK', ?::jsonb, 'front-door', ?, ?)")
                .params(alert.ref() + word, alert.ref(), "{\"feedback\":\"" + word + "\"}", Timestamp.from(at), Timestamp.from(at)).update();
    }

    private static AlertContent content(Family family, String locality) {
        Need school = need("SCHOOL_ABSENCE", "GOOD_EDUCATION", family, "avonford-schools", family.firstOn());
        Need missing = need("MISSING", "SAFE_FROM_ABUSE_AND_EXPLOITATION", family, "avonford-police", family.firstOn().plusDays(3));
        return new AlertContent(3, "EARLY_HELP_ASSESSMENT", locality, List.of(new RuleRef("two-agencies", 1)), List.of(school, missing), List.of(),
                List.of(new Assessment.Child(family.person(), "CERTAIN", null, false, false)), List.of(), List.of("avonford-police", "avonford-schools"), List.of(), List.of());
    }

    private static Need need(String code, String outcome, Family family, String agency, LocalDate firstOn) {
        return new Need(code, "group", outcome, family.person(), agency, "", "fact", firstOn, firstOn, List.of(agency + "/feed/01K00000000000000000000009@1"));
    }

    private long id(String insert, Object... params) {
        return sql.sql(insert).params(params).query(Long.class).single();
    }
}
