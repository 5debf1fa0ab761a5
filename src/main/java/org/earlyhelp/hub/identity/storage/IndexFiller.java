package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Fills an index from rows of mentions that come record by record. Reading JSON and describing is half of the work: another
 * thread does it, a bounded number of records ahead, while this one reads rows and adds in their order. What was added is
 * committed on the way, for nobody asks an index that is not filled to its end.
 */
final class IndexFiller implements RowCallbackHandler, AutoCloseable {
    /** The columns of a row, in this order; rows of a record stand together. */
    static final String COLUMNS = "r.id, r.agency, r.feed, r.source_ref, r.observed_at, m.id, l.person_id, m.role, m.index, m.relationship, m.person";
    private static final int RECORDS_A_BATCH = 500;
    private static final int BATCHES_AHEAD = 6;
    private final PersonIndex index;
    private final ExecutorService describer = Executors.newSingleThreadExecutor(work -> new Thread(work, "identity-start"));
    private final Deque<CompletableFuture<List<Placed>>> ahead = new ArrayDeque<>();
    private List<StoredRecord> batch = new ArrayList<>();

    IndexFiller(PersonIndex index) {
        this.index = index;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        if (batch.isEmpty() || batch.get(batch.size() - 1).id != id) {
            if (batch.size() == RECORDS_A_BATCH) {
                handOver();
            }
            LocalDate day = London.dateOf(row.getObject(5, OffsetDateTime.class).toInstant());
            batch.add(new StoredRecord(id, row.getString(2), row.getString(3), row.getString(4), day, new ArrayList<>()));
        }
        batch.get(batch.size() - 1).mentions.add(new StoredMention(row.getLong(6), row.getLong(7), row.getString(8), row.getInt(9), row.getString(10), row.getString(11)));
    }

    /** Adds what is still on its way. */
    void finish() {
        handOver();
        while (!ahead.isEmpty()) {
            addOldest();
        }
    }

    @Override
    public void close() {
        describer.shutdownNow();
    }

    private void handOver() {
        List<StoredRecord> full = batch;
        batch = new ArrayList<>();
        ahead.add(CompletableFuture.supplyAsync(() -> full.stream().flatMap(it -> it.describe().stream()).toList(), describer));
        if (ahead.size() > BATCHES_AHEAD) {
            addOldest();
        }
    }

    private void addOldest() {
        ahead.remove().join().forEach(it -> index.add(it.person, it.known));
        index.commit();
    }

    private record Placed(long person, Known known) {
    }

    private record StoredMention(long id, long person, String role, int place, String relationship, String json) {
        Mention read() {
            return new Mention(Role.valueOf(role), place, relationship == null ? null : Relationship.valueOf(relationship), PersonReader.read(json));
        }
    }

    /** All mentions of a record together: each needs its neighbours to be described. */
    private record StoredRecord(long id, String agency, String feed, String sourceRef, LocalDate day, List<StoredMention> mentions) {
        List<Placed> describe() {
            List<Description> described = Describer.describe(agency, feed, sourceRef, day, mentions.stream().map(StoredMention::read).toList());
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < described.size(); i++) {
                placed.add(new Placed(mentions.get(i).person, new Known(mentions.get(i).id, id, described.get(i))));
            }
            return placed;
        }
    }
}
