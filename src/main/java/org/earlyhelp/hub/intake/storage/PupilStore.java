package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pupils of one attendance feed: one record each, keyed anew when a UPN appears. Lives for one transaction. */
final class PupilStore {
    private final JdbcClient sql;
    private final HubClock clock;
    private final Delivery delivery;
    private final Map<String, HeldPupil> held = new HashMap<>();
    private final Set<Long> described = new HashSet<>();
    private final Set<Long> retired = new HashSet<>();

    private record HeldPupil(long id, String sourceRef, byte[] fingerprint, long deliveryId) {
    }

    PupilStore(JdbcClient sql, HubClock clock, Delivery delivery) {
        this.sql = sql;
        this.clock = clock;
        this.delivery = delivery;
    }

    /** Makes a record for each new pupil and brings changed descriptions up to date. */
    void describe(Collection<PupilRows> pupils) {
        loadKnown(pupils.stream().map(PupilRows::sourceRef).toList());
        keyAnew(pupils);
        insertNew(pupils.stream().filter(pupil -> !held.containsKey(pupil.sourceRef())).toList());
        updateChanged(pupils.stream().filter(this::isDescribedAnew).toList());
    }

    long idOf(PupilRows pupil) {
        return held.get(pupil.sourceRef()).id();
    }

    /** Whether the pupil is new or described differently than before. */
    boolean isDescribed(PupilRows pupil) {
        return described.contains(idOf(pupil));
    }

    /** Records that another one took over: not current any more, identity has to look at them. */
    Set<Long> retired() {
        return retired;
    }

    /** Also finds whom this delivery knew under a key that a later one replaced: when it is run again it means the same pupil. */
    private void loadKnown(Collection<String> sourceRefs) {
        load(sourceRefs);
        sql.sql("""
                SELECT f.source_ref AS former_ref, r.id, r.fingerprint, r.delivery_id FROM pupil_former_key f JOIN record r ON r.id = f.record_id
                 WHERE f.agency = ? AND f.feed = ? AND f.delivery_id > ? AND f.source_ref = ANY(?::text[]) AND r.is_current
                """).param(delivery.agency()).param(delivery.feed()).param(delivery.id()).param(sourceRefs.toArray(String[]::new))
                .query((row, n) -> new HeldPupil(row.getLong(2), row.getString(1), row.getBytes(3), row.getLong(4)))
                .list().forEach(pupil -> held.putIfAbsent(pupil.sourceRef(), pupil));
    }

    private void keepFormerKey(String formerRef, long recordId) {
        sql.sql("""
                INSERT INTO pupil_former_key (agency, feed, source_ref, record_id, delivery_id) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT pupil_former_key_pk DO UPDATE SET record_id = EXCLUDED.record_id, delivery_id = EXCLUDED.delivery_id
                """).params(delivery.agency(), delivery.feed(), formerRef, recordId, delivery.id()).update();
    }

    private void load(Collection<String> sourceRefs) {
        sql.sql("""
                SELECT id, source_ref, fingerprint, delivery_id FROM record
                 WHERE agency = ? AND feed = ? AND version = 1 AND is_current AND source_ref = ANY(?::text[])
                """).param(delivery.agency()).param(delivery.feed()).param(sourceRefs.toArray(String[]::new))
                .query((row, n) -> new HeldPupil(row.getLong(1), row.getString(2), row.getBytes(3), row.getLong(4)))
                .list().forEach(pupil -> held.put(pupil.sourceRef(), pupil));
    }

    private void keyAnew(Collection<PupilRows> pupils) {
        Map<String, PupilRows> byOldKey = new HashMap<>();
        pupils.forEach(pupil -> pupil.keyWithoutUpn().ifPresent(key -> byOldKey.put(key, pupil)));
        load(byOldKey.keySet());
        byOldKey.forEach((oldKey, pupil) -> {
            HeldPupil old = held.remove(oldKey);
            HeldPupil known = held.get(pupil.sourceRef());
            if (old != null && known == null) {
                rename(old, pupil.sourceRef());
            } else if (old != null) {
                retire(old, known);
            }
        });
    }

    private void rename(HeldPupil old, String sourceRef) {
        sql.sql("UPDATE record SET source_ref = ? WHERE id = ?").params(sourceRef, old.id()).update();
        held.put(sourceRef, new HeldPupil(old.id(), sourceRef, old.fingerprint(), old.deliveryId()));
        keepFormerKey(old.sourceRef(), old.id());
    }

    private void retire(HeldPupil old, HeldPupil known) {
        AttendanceMonths months = new AttendanceMonths(sql);
        months.move(old.id(), known.id());
        sql.sql("UPDATE record SET is_current = false WHERE id = ?").param(old.id()).update();
        retired.add(old.id());
        keepFormerKey(old.sourceRef(), known.id());
    }

    private void insertNew(List<PupilRows> pupils) {
        if (pupils.isEmpty()) {
            return;
        }
        Map<String, byte[]> fingerprints = new HashMap<>();
        pupils.forEach(pupil -> fingerprints.put(pupil.sourceRef(), pupil.fingerprint()));
        sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                SELECT ref, :agency, :feed, source_ref, 1, true, 'ATTENDANCE', fact::jsonb, observed_at, :receivedAt, :delivery, fingerprint
                  FROM unnest(:refs::text[], :sourceRefs::text[], :facts::text[], :observed::timestamptz[], :fingerprints::bytea[])
                       AS p (ref, source_ref, fact, observed_at, fingerprint)
                ON CONFLICT ON CONSTRAINT record_source_unique DO UPDATE
                   SET is_current = true, fact = EXCLUDED.fact, observed_at = EXCLUDED.observed_at, received_at = EXCLUDED.received_at,
                       delivery_id = EXCLUDED.delivery_id, fingerprint = EXCLUDED.fingerprint
                RETURNING id, source_ref
                """).param("agency", delivery.agency()).param("feed", delivery.feed()).param("delivery", delivery.id())
                .param("receivedAt", Timestamp.from(delivery.receivedAt()))
                .param("refs", pupils.stream().map(pupil -> Ids.ulid(clock)).toArray(String[]::new))
                .param("sourceRefs", pupils.stream().map(PupilRows::sourceRef).toArray(String[]::new))
                .param("facts", facts(pupils)).param("observed", observed(pupils))
                .param("fingerprints", pupils.stream().map(pupil -> fingerprints.get(pupil.sourceRef())).toArray(byte[][]::new))
                .query((row, n) -> new HeldPupil(row.getLong(1), row.getString(2), fingerprints.get(row.getString(2)), delivery.id()))
                .list().forEach(pupil -> held.put(pupil.sourceRef(), pupil));
        writeMentions(pupils);
    }

    private boolean isDescribedAnew(PupilRows pupil) {
        HeldPupil known = held.get(pupil.sourceRef());
        return known.deliveryId() <= delivery.id() && !Arrays.equals(known.fingerprint(), pupil.fingerprint());
    }

    private void updateChanged(List<PupilRows> pupils) {
        if (pupils.isEmpty()) {
            return;
        }
        sql.sql("""
                UPDATE record SET fact = p.fact::jsonb, fingerprint = p.fingerprint
                  FROM unnest(:ids::bigint[], :facts::text[], :fingerprints::bytea[]) AS p (id, fact, fingerprint)
                 WHERE record.id = p.id
                """).param("ids", pupils.stream().map(this::idOf).toArray(Long[]::new)).param("facts", facts(pupils))
                .param("fingerprints", pupils.stream().map(PupilRows::fingerprint).toArray(byte[][]::new)).update();
        writeMentions(pupils);
    }

    /** Notes that these pupils have news of this delivery. */
    void touch(Collection<PupilRows> pupils) {
        List<PupilRows> touched = new ArrayList<>(pupils);
        sql.sql("""
                UPDATE record SET observed_at = greatest(record.observed_at, p.observed_at), received_at = :receivedAt,
                       delivery_id = greatest(record.delivery_id, :delivery)
                  FROM unnest(:ids::bigint[], :observed::timestamptz[]) AS p (id, observed_at)
                 WHERE record.id = p.id AND record.delivery_id <> :delivery
                """).param("receivedAt", Timestamp.from(delivery.receivedAt())).param("delivery", delivery.id())
                .param("ids", touched.stream().map(this::idOf).toArray(Long[]::new)).param("observed", observed(touched)).update();
    }

    private void writeMentions(List<PupilRows> pupils) {
        MentionRows mentions = new MentionRows();
        for (PupilRows pupil : pupils) {
            mentions.add(idOf(pupil), pupil.mentions());
            described.add(idOf(pupil));
        }
        mentions.write(sql, pupils.stream().map(this::idOf).toList());
    }

    private static String[] facts(List<PupilRows> pupils) {
        return pupils.stream().map(pupil -> CanonicalJson.write(pupil.school())).toArray(String[]::new);
    }

    private static Timestamp[] observed(List<PupilRows> pupils) {
        return pupils.stream().map(PupilRows::lastDate).map(London::startOf).map(Timestamp::from).filter(Objects::nonNull).toArray(Timestamp[]::new);
    }
}
