package org.earlyhelp.hub.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who every mention speaks of by the history alone: a second, simple reading of {@code identity_event} from nothing, step
 * by step in its order. It asks nothing of links, people or the memory of the lane.
 */
final class Replay {
    private final Map<Long, String> personOf = new TreeMap<>();

    private Replay() {
    }

    /** The P- reference of every mention that a step ever named, by the whole history. */
    static Map<Long, String> of(JdbcClient sql) {
        Replay replay = new Replay();
        sql.sql("""
                SELECT kind, kept, gone, ARRAY(SELECT jsonb_array_elements_text(coalesce(detail -> 'mentions', '[]'))::bigint) AS mentions
                FROM identity_event ORDER BY id""").query(replay::step);
        return replay.personOf;
    }

    private void step(ResultSet event) throws SQLException {
        String kind = event.getString("kind");
        Long[] mentions = (Long[]) event.getArray("mentions").getArray();
        switch (kind) {
            case "created", "joined", "merged" -> speakOf(event.getString("kept"), mentions);
            case "split", "moved", "unmerged" -> speakOf(event.getString("gone"), mentions);
            case "dropped" -> personOf.keySet().removeAll(List.of(mentions));
            case "sealed", "family-merged", "family-split" -> {
                // Nobody's mentions move.
            }
            default -> throw new IllegalStateException("the history has a step that the replay does not know: " + kind);
        }
    }

    private void speakOf(String person, Long... mentions) {
        for (long mention : mentions) {
            personOf.put(mention, person);
        }
    }
}
