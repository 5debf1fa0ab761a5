package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.util.List;
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
    private final JdbcClient sql;

    public RuleWithdrawalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** References of open alerts that rest on the rule alone, but for those a person handed over. */
    public List<String> restingOn(String rule) {
        return sql.sql("SELECT ref FROM alert WHERE status IN ('RAISED', 'ACKNOWLEDGED') AND because IS DISTINCT FROM 'HANDED_OVER' AND " + ALONE + " ORDER BY id")
                .param("rule", rule).query(String.class).list();
    }

    /** Whether that alert still rests on it alone. */
    public boolean restsOn(String alertRef, String rule) {
        return restingOn(rule).contains(alertRef);
    }

    /** Takes the families out of the backlog that wait for the rule alone; how many. */
    public int leaveBacklog(String rule) {
        return sql.sql("DELETE FROM alert_backlog WHERE " + ALONE).param("rule", rule).update();
    }

    public void add(Withdrawal withdrawal) {
        sql.sql("INSERT INTO rule_withdrawal (rule, reason, by_whom, at, alerts, waiting) VALUES (:rule, :reason, :by, :at, :alerts, :waiting)")
                .param("rule", withdrawal.rule()).param("reason", withdrawal.reason()).param("by", withdrawal.by()).param("at", stamp(withdrawal.at()))
                .param("alerts", withdrawal.alerts().toArray(String[]::new)).param("waiting", withdrawal.waiting()).update();
    }

    /** All, newest first. */
    public List<Withdrawal> all() {
        return sql.sql("SELECT * FROM rule_withdrawal ORDER BY id DESC").query((row, i) -> new Withdrawal(row.getString("rule"), row.getString("reason"),
                row.getString("by_whom"), Stamps.instant(row, "at"), List.of((String[]) row.getArray("alerts").getArray()), row.getInt("waiting"))).list();
    }
}
