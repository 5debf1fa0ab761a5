package org.earlyhelp.hub.need.storage;

import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Localities;
import org.earlyhelp.hub.need.rules.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which locality families live now: that of the first living child with a postcode, else of an adult, as in an assessment. */
@Repository
class FamilyPlaces {
    private final JdbcClient sql;
    private final RuleBook rules;

    FamilyPlaces(JdbcClient sql, RuleBook rules) {
        this.sql = sql;
        this.rules = rules;
    }

    /** By database id of the family; {@code withheld} where any member's place is hidden. */
    Map<Long, String> all() {
        Map<Long, String> places = new HashMap<>();
        sql.sql("""
                SELECT family_id, bool_or(place_hidden) AS hidden,
                       (array_agg(summary #>> '{address,postcode}' ORDER BY family_role = 'CHILD' DESC, id)
                           FILTER (WHERE summary #>> '{address,postcode}' IS NOT NULL AND NOT coalesce((summary ->> 'deceased')::boolean, false)))[1] AS postcode
                  FROM person WHERE gone_into IS NULL AND family_id IS NOT NULL GROUP BY family_id""").query(row -> {
                    places.put(row.getLong("family_id"), row.getBoolean("hidden") ? Localities.WITHHELD : localityOf(row.getString("postcode")));
                });
        return places;
    }

    private String localityOf(String postcode) {
        return rules.rules().map(Rules::localities).map(localities -> localities.of(postcode)).orElse(Localities.UNKNOWN);
    }
}
