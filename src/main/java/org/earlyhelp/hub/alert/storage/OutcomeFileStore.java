package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.sharing.Disclosed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outcomes for referring agencies: kept beside the decision, written to their folders afterwards. */
@Repository
public class OutcomeFileStore {
    private final JdbcClient sql;

    public OutcomeFileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A file to be written to an account's {@code /out/}; {@code entry} and {@code kind} name it. */
    public record OutcomeFile(String entry, AccountName account, String kind, String body) {
        /** Such as {@code 01K….outcome.json}. */
        public String name() {
            return entry + "." + kind + ".json";
        }
    }

    /** What a file says and of which alert; {@code kind} is {@code outcome}, {@code recall} or {@code correction}; {@code alert} is null for the last. */
    public record OutcomeText(String kind, String alert, String body) {
    }

    /** Adds a file for an account in the caller's transaction. The type lets nothing in that did not pass the disclosure desk. */
    public void add(AccountName to, Disclosed<OutcomeText> text, Instant now) {
        sql.sql("INSERT INTO outcome_file (entry, agency, sender, kind, alert_ref, body, created_at) VALUES (:entry, :agency, :sender, :kind, :alert, :body, :now)")
                .param("entry", text.allowance().entries().get(0).entry()).param("agency", to.agency()).param("sender", to.sender()).param("kind", text.content().kind())
                .param("alert", text.content().alert()).param("body", text.content().body()).param("now", stamp(now)).update();
    }

    /** The oldest files not yet written of other accounts than these, at most {@code limit}. */
    public List<OutcomeFile> unwritten(int limit, Collection<String> except) {
        return sql.sql("""
                SELECT entry, agency, sender, kind, body FROM outcome_file
                 WHERE written_at IS NULL AND concat_ws('.', agency, sender) <> ALL (:except) ORDER BY created_at, entry LIMIT :limit""")
                .param("limit", limit).param("except", except.toArray(String[]::new))
                .query((row, i) -> new OutcomeFile(row.getString(1), new AccountName(row.getString(2), row.getString(3)), row.getString(4), row.getString(5))).list();
    }

    /** Notes that the entry lies in the agency's folder. */
    public void written(String entry, Instant now) {
        sql.sql("UPDATE outcome_file SET written_at = :now WHERE entry = :entry").param("now", stamp(now)).param("entry", entry).update();
    }
}
