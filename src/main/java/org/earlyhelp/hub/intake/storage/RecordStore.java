package org.earlyhelp.hub.intake.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.FreeTexts;
import org.earlyhelp.hub.intake.raw.TextVault;
import org.earlyhelp.hub.intake.storage.VersionRule.Held;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.person.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records with versions, the people they mention and their free texts. Writes in waves in which no source reference
 * stands twice, so that one statement serves many records. Thread-safe.
 */
@Repository
public class RecordStore implements FreeTexts {
    private final JdbcClient sql;
    private final TextVault vault;
    private final RecordRows rows;
    private final HubClock clock;
    private final ErasedRecords erased;

    /** A notice and its place in the file. */
    public record Placed(SourceLocation at, Notice notice) {
    }

    public RecordStore(JdbcClient sql, TextVault vault, HubClock clock, ErasedRecords erased) {
        this.sql = sql;
        this.vault = vault;
        this.rows = new RecordRows(sql, vault, clock);
        this.clock = clock;
        this.erased = erased;
    }

    /** Stores the notices in order, in the caller's transaction. */
    public StoreResult store(Delivery delivery, boolean hasVersions, boolean urgent, List<Placed> notices) {
        RecordWork.lockFeed(sql, delivery.agency(), delivery.feed());
        Wave total = new Wave(delivery, hasVersions, urgent);
        List<Placed> wave = new ArrayList<>();
        Set<String> sourceRefs = new HashSet<>();
        for (Placed placed : notices) {
            if (!sourceRefs.add(placed.notice().sourceRef())) {
                total.write(wave);
                wave.clear();
                sourceRefs.clear();
                sourceRefs.add(placed.notice().sourceRef());
            }
            wave.add(placed);
        }
        total.write(wave);
        return total.result();
    }

    @Override
    public Map<String, String> open(String recordRef) {
        return sql.sql("SELECT free_text FROM record WHERE ref = ? AND free_text IS NOT NULL").param(recordRef)
                .query((row, n) -> row.getBytes("free_text")).optional().map(sealed -> vault.open(recordRef, sealed)).orElse(Map.of());
    }

    /** The effect of one call of {@link #store}, wave by wave. */
    private final class Wave {
        private final Delivery delivery;
        private final boolean hasVersions;
        private final boolean urgent;
        private final List<DeliveryError> warnings = new ArrayList<>();
        private long accepted;
        private long unchanged;

        Wave(Delivery delivery, boolean hasVersions, boolean urgent) {
            this.delivery = delivery;
            this.hasVersions = hasVersions;
            this.urgent = urgent;
        }

        StoreResult result() {
            return new StoreResult(new Counts(accepted, unchanged, 0, warnings.size()), warnings, accepted > 0);
        }

        void write(List<Placed> wave) {
            if (wave.isEmpty()) {
                return;
            }
            Map<String, List<Held>> held = rows.held(delivery, wave.stream().map(placed -> placed.notice().sourceRef()).toArray(String[]::new));
            Map<String, ErasedRecords.Until> gone = erased.among(delivery.agency(), delivery.feed(), wave.stream().map(placed -> placed.notice().sourceRef()).toList());
            Set<Long> work = new HashSet<>();
            List<Long> replaced = new ArrayList<>();
            MentionRows mentions = new MentionRows();
            for (Placed placed : wave) {
                if (isErased(placed.notice(), gone.get(placed.notice().sourceRef()))) {
                    leaveErased(placed);
                    continue;
                }
                take(placed, held.getOrDefault(placed.notice().sourceRef(), List.of()), mentions, replaced, work);
            }
            mentions.write(sql, replaced);
            RecordWork.queue(sql, work, urgent);
        }

        private boolean isErased(Notice notice, ErasedRecords.Until until) {
            if (until == null) {
                return false;
            }
            return hasVersions ? notice.version() <= until.version()
                    : erased.isContent(delivery.agency(), delivery.feed(), notice.sourceRef(), Fingerprint.of(notice));
        }

        private void leaveErased(Placed placed) {
            unchanged++;
            warn(placed, "ERASED", "This record was erased here and is not taken again.", "Do not send it again; news is taken as usual.");
            erased.sentAgain(delivery.receipt(), clock.now());
        }

        private void take(Placed placed, List<Held> held, MentionRows mentions, List<Long> replaced, Set<Long> work) {
            Notice notice = placed.notice();
            byte[] fingerprint = Fingerprint.of(notice);
            VersionRule rule = VersionRule.decide(notice, fingerprint, delivery.id(), hasVersions, held);
            switch (rule) {
                case UNCHANGED -> unchanged++;
                case OUTDATED -> {
                    unchanged++;
                    warn(placed, "OLDER_THAN_HELD", "The hub already holds a later state of this record; this one was not taken.", "Nothing to do.");
                }
                case NEW_CURRENT, NEW_LATE -> {
                    accepted++;
                    if (rule == VersionRule.NEW_CURRENT) {
                        work.addAll(rows.supersede(held));
                    }
                    long id = rows.insert(delivery, notice, fingerprint, rule == VersionRule.NEW_CURRENT);
                    mentions.add(id, notice.mentions());
                    work.add(id);
                }
                case REPLACE, REPLACE_REUSED -> {
                    accepted++;
                    if (rule == VersionRule.REPLACE_REUSED) {
                        warn(placed, "VERSION_REUSED", "The same reference and version came before with other content; this one replaces it.",
                                "Raise the version with every change.");
                    }
                    Held old = held.stream().filter(version -> version.version() == notice.version()).findFirst().orElseThrow();
                    rows.update(delivery, old, notice, fingerprint);
                    replaced.add(old.id());
                    mentions.add(old.id(), notice.mentions());
                    work.add(old.id());
                }
            }
        }

        private void warn(Placed placed, String code, String message, String fix) {
            warnings.add(new DeliveryError(placed.at().line(), placed.at().record(), null, code, true, message, fix));
        }
    }
}
