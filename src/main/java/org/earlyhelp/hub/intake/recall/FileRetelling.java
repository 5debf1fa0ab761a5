package org.earlyhelp.hub.intake.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.CopyCheck;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.AttendanceStore;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecordStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.UndoStore;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.RowReading;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;
import org.springframework.stereotype.Component;

/**
 * Reads files again from their raw copies, as of the day on which each was decided, and stores what they say of some records by
 * the rules of every day. A row that was refused is told only if it was taken since, as it was mended then.
 */
@Component
class FileRetelling {
    /** So many records are stored at once. */
    private static final int PORTION_RECORDS = 1_000;
    private final RawStore raw;
    private final CopyCheck copies;
    private final QuarantineStore quarantine;
    private final CorrectionStore corrections;
    private final RecordStore records;
    private final AttendanceStore attendance;

    FileRetelling(RawStore raw, CopyCheck copies, QuarantineStore quarantine, CorrectionStore corrections, RecordStore records, AttendanceStore attendance) {
        this.raw = raw;
        this.copies = copies;
        this.quarantine = quarantine;
        this.corrections = corrections;
        this.records = records;
        this.attendance = attendance;
    }

    /** Under which keys the pupils of a file may be known in other files: with their number or without. */
    Set<String> pupilKeys(Delivery file, FeedReading reading, List<UndoStore.Touched> touched) {
        Set<String> keys = new HashSet<>();
        if (touched.stream().anyMatch(UndoStore.Touched::isPupil) && copies.isWhole(file)) {
            AttendanceBatch pupils = new AttendanceBatch();
            read(file, reading, mapped -> {
                if (mapped.notice().fact() instanceof AttendanceDay day) {
                    pupils.add(mapped.notice(), day, file.id());
                }
            });
            keys.addAll(pupils.keys());
        }
        return keys;
    }

    /** Stores what the file says of the records with these source references. */
    void retell(Delivery file, FeedReading reading, Set<String> sourceRefs) {
        List<Placed> portion = new ArrayList<>();
        AttendanceBatch[] pupils = {new AttendanceBatch()};
        read(file, reading, mapped -> {
            if (!sourceRefs.contains(mapped.notice().sourceRef())) {
                return;
            }
            if (mapped.notice().fact() instanceof AttendanceDay day) {
                pupils[0].add(mapped.notice(), day, file.id());
            } else {
                portion.add(new Placed(mapped.at(), mapped.notice()));
            }
            if (portion.size() >= PORTION_RECORDS) {
                records.store(file, reading.hasVersions(), reading.urgent(), portion);
                portion.clear();
            }
            if (pupils[0].isFull()) {
                attendance.store(file, reading.urgent(), pupils[0]);
                pupils[0] = new AttendanceBatch();
            }
        });
        records.store(file, reading.hasVersions(), reading.urgent(), portion);
        attendance.store(file, reading.urgent(), pupils[0]);
    }

    /** Of a file that waits in its middle, no more than was taken: it goes on from there. */
    private void read(Delivery file, FeedReading reading, Consumer<MappingResult.Mapped> taker) {
        Predicate<Notice> own = reading.ownOf().apply(file);
        MappingTime time = new MappingTime(file.decidedAt(), London.dateOf(file.decidedAt()));
        RefusedRows refused = RefusedRows.of(file, quarantine, corrections);
        try (InputStream content = raw.open(file.upload(), file.receivedAt()); SourceReader reader = reading.layout().open(content)) {
            for (long left = file.stage() == Stage.HELD ? file.recordsDone() : Long.MAX_VALUE; left > 0 && reader.hasNext(); left--) {
                for (SourceItem item : refused.corrections().standing(reader, reader.next())) {
                    if (item instanceof SourceItem.Row row && refused.isTaken(row.at())
                            && RowReading.apply(reading.layout(), row.source(), refused.corrections().of(row.at().record()), time) instanceof MappingResult.Mapped mapped
                            && own.test(mapped.notice())) {
                        taker.accept(mapped);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
