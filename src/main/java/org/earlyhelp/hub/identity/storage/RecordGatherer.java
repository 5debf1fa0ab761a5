package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.person.Mention;

/** Puts the rows of one record together before describing them: each needs its neighbours. Not thread-safe. */
final class RecordGatherer {
    private final BiConsumer<Long, Description> taker;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();
    private String[] source;
    private LocalDate day;
    private long record = -1;

    /** {@code taker} gets each person with each description. */
    RecordGatherer(BiConsumer<Long, Description> taker) {
        this.taker = taker;
    }

    /** Takes the next row; rows come ordered by record. */
    void take(ResultSet row) throws SQLException {
        if (row.getLong("id") != record) {
            finish();
            record = row.getLong("id");
            source = new String[] {row.getString("agency"), row.getString("feed"), row.getString("source_ref")};
            day = London.dateOf(row.getObject("observed_at", OffsetDateTime.class).toInstant());
        }
        mentions.add(StatementStore.mention(row, row.getInt("index")));
        people.add(row.getLong("person_id"));
    }

    /** Hands out the last record. */
    void finish() {
        List<Description> described = mentions.isEmpty() ? List.of() : Describer.describe(source[0], source[1], source[2], day, mentions);
        for (int i = 0; i < described.size(); i++) {
            taker.accept(people.get(i), described.get(i));
        }
        mentions.clear();
        people.clear();
    }
}
