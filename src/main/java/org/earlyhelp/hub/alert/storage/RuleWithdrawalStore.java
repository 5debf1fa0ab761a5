package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.RuleWithdrawals.State;
import org.earlyhelp.hub.alert.RuleWithdrawals.Withdrawal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rests on a rule alone, and the rules that were withdrawn. Writing joins the caller's transaction. */
@Repository
public class RuleWithdrawalStore {
    /** Every alert rule that held is this one, or every need and harm test is. */
    private static final String ALONE = """
            (NOT EXISTS (SELECT FROM jsonb_array_elements(content -> 'rules') r WHERE r ->> 'id' <> :rule)
             OR EXISTS (SELECT FROM jsonb_array_elements((content -> 'needs') || (content -> 'harmTests')))
                AND NOT EXISTS (SELECT FROM jsonb_array_elements((content -> 'needs') || (content -> 'harmTests')) g WHERE g ->> 'code' <> :rule))
            """;
    private static final String RESTING = "status IN ('RAISED', 'ACKNOWLEDGED') AND because IS DISTINCT FROM 'HANDED_OVER' AND " + ALONE;
    /** So many are shown; those that wait for a second person come first. */
    private static final int SHOWN_LIMIT = 200;
    private final JdbcClient sql;

    public RuleWithdrawalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** References of open alerts that rest on the rule alone, but for those a person handed over. */
    public List<String> restingOn(String rule) {
        return sql.sql("SELECT ref FROM alert WHERE " + RESTING + " ORDER BY id").param("rule", rule).query(String.class).list();
    }

    /** Whether that alert still rests on it alone. */
    public boolean restsOn(String alertRef, String rule) {
        return sql.sql("SELECT EXISTS (SELECT FROM alert WHERE ref = :ref AND " + RESTING + ")").param("ref", alertRef).param("rule", rule).query(Boolean.class).single();
    }

    /** Takes the families out of the backlog that wait for the rule alone; how many. */
    public int leaveBacklog(String rule) {
        return sql.sql("DELETE FROM alert_backlog WHERE " + ALONE).param("rule", rule).update();
    }

    /** Whether one of them is at level 4. */
    public boolean isHarmAmong(String rule) {
        return sql.sql("SELECT EXISTS (SELECT FROM alert WHERE level = 4 AND " + RESTING + ")")
                .param("rule", rule).query(Boolean.class).single();
    }

    /** Notes a withdrawal of which nothing is done; its id. */
    public long add(String rule, String reason, String by, Instant at, State state) {
        return sql.sql("INSERT INTO rule_withdrawal (rule, reason, by_whom, at, alerts, waiting, state) VALUES (:rule, :reason, :by, :at, '{}', 0, :state) RETURNING id")
                .param("rule", rule).param("reason", reason).param("by", by).param("at", stamp(at)).param("state", state.name()).query(Long.class).single();
    }

    /** Takes it out of waiting; false when it did not wait, or {@code second} asked for it. {@code second} is null when it is left. */
    public boolean settle(long id, State state, String second) {
        return sql.sql("UPDATE rule_withdrawal SET state = :state, confirmed_by = :second WHERE id = :id AND state = 'ASKED' AND by_whom IS DISTINCT FROM :second")
                .param("state", state.name()).param("second", second, Types.VARCHAR).param("id", id).update() > 0;
    }

    /** Notes that an alert was withdrawn with the rule. */
    public void withdrew(long id, String alertRef) {
        sql.sql("UPDATE rule_withdrawal SET alerts = alerts || :alert::text WHERE id = :id").param("alert", alertRef).param("id", id).update();
    }

    /** Ends it, and counts the families that it took off the backlog. */
    public void done(long id, int waiting) {
        sql.sql("UPDATE rule_withdrawal SET state = 'DONE', waiting = waiting + :waiting WHERE id = :id").param("waiting", waiting).param("id", id).update();
    }

    /** Those that were begun and not ended. */
    public List<Withdrawal> begun() {
        return sql.sql("SELECT * FROM rule_withdrawal WHERE state = 'BEGUN' ORDER BY id").query(RuleWithdrawalStore::withdrawal).list();
    }

    /** The withdrawal of that id; there must be one. */
    public Withdrawal find(long id) {
        return sql.sql("SELECT * FROM rule_withdrawal WHERE id = :id").param("id", id).query(RuleWithdrawalStore::withdrawal).single();
    }

    /** The one of that rule that waits for a second person. */
    public Optional<Withdrawal> asked(String rule) {
        return sql.sql("SELECT * FROM rule_withdrawal WHERE rule = :rule AND state = 'ASKED' ORDER BY id LIMIT 1").param("rule", rule)
                .query(RuleWithdrawalStore::withdrawal).optional();
    }

    /** Those that wait for a second person, then the newest. */
    public List<Withdrawal> newest() {
        return sql.sql("SELECT * FROM rule_withdrawal ORDER BY state = 'ASKED' DESC, id DESC LIMIT :limit").param("limit", SHOWN_LIMIT)
                .query(RuleWithdrawalStore::withdrawal).list();
    }

    private static Withdrawal withdrawal(ResultSet row, int number) throws SQLException {
        return new Withdrawal(row.getLong("id"), row.getString("rule"), row.getString("reason"), row.getString("by_whom"), row.getString("confirmed_by"),
                State.valueOf(row.getString("state")), Stamps.instant(row, "at"), List.of((String[]) row.getArray("alerts").getArray()), row.getInt("waiting"));
    }
}
