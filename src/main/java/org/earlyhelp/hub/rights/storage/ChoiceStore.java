package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.rights.access.Choice;
import org.earlyhelp.hub.rights.access.Exemption;
import org.earlyhelp.hub.rights.access.ItemChoice;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers chose for the items of a pack. */
@Repository
public class ChoiceStore {
    private static final String REASON = "reason";
    private static final String REDACTED = "redacted";
    private final JdbcClient sql;
    private final TextSeal seal;

    ChoiceStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** By item. */
    public Map<String, ItemChoice> of(RightsRequest request) {
        Map<String, ItemChoice> choices = new HashMap<>();
        sql.sql("SELECT item, choice, exemption, words FROM access_choice WHERE request_id = ?").param(request.id()).query(row -> {
            choices.put(row.getString("item"), choice(request, row));
        });
        return choices;
    }

    /** Keeps the choice; a later one takes the place of an earlier. */
    public void keep(RightsRequest request, String item, ItemChoice choice, String account, Instant at) {
        sql.sql("""
                INSERT INTO access_choice (request_id, item, choice, exemption, words, by_whom, at) VALUES (:request, :item, :choice, :exemption, :words, :by, :at)
                ON CONFLICT (request_id, item) DO UPDATE SET choice = excluded.choice, exemption = excluded.exemption, words = excluded.words,
                    by_whom = excluded.by_whom, at = excluded.at""")
                .param("request", request.id()).param("item", item).param("choice", choice.choice().name())
                .param("exemption", choice.exemption() == null ? null : choice.exemption().name())
                .param("words", seal.seal(idOf(request, item), Map.of(REASON, choice.reason(), REDACTED, choice.redacted())))
                .param("by", account).param("at", Timestamp.from(at)).update();
    }

    private ItemChoice choice(RightsRequest request, ResultSet row) throws SQLException {
        Map<String, String> words = seal.open(idOf(request, row.getString("item")), row.getBytes("words"));
        String exemption = row.getString("exemption");
        return new ItemChoice(Choice.valueOf(row.getString("choice")), exemption == null ? null : Exemption.valueOf(exemption), words.getOrDefault(REASON, ""),
                words.getOrDefault(REDACTED, ""));
    }

    private static String idOf(RightsRequest request, String item) {
        return request.id() + "/" + item;
    }
}
