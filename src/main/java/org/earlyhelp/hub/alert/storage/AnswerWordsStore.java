package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.Map;
import org.earlyhelp.hub.intake.TextSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Free texts written with decisions, sealed under the decision's id. */
@Repository
public class AnswerWordsStore {
    private final JdbcClient sql;
    private final TextSeal seal;

    public AnswerWordsStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Keeps the texts of a decision that was kept before in the same transaction. */
    public void add(String decisionId, Map<String, String> words, Instant at) {
        sql.sql("INSERT INTO answer_words (decision_id, sealed, at) VALUES (:id, :sealed, :at)").param("id", decisionId)
                .param("sealed", seal.seal(decisionId, words)).param("at", stamp(at)).update();
    }

    /** Opens them; empty when there are none. */
    public Map<String, String> open(String decisionId) {
        return sql.sql("SELECT sealed FROM answer_words WHERE decision_id = :id").param("id", decisionId)
                .query((row, i) -> row.getBytes("sealed")).optional().map(sealed -> seal.open(decisionId, sealed)).orElse(Map.of());
    }
}
