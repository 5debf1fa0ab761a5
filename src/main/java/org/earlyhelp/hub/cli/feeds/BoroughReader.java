package org.earlyhelp.hub.cli.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.AttendanceMonth;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.sharing.AgreementBook;

/**
 * Reads the files of a borough through the layouts that the agreements name, in the order in which they would arrive:
 * the first file of each feed, the second of each, and so on. The rows of a pupil in a file are one record, as intake has it.
 */
public final class BoroughReader {
    private final Path feeds;
    private final MappingTime time;
    private final AgreementBook agreements = new AgreementBook();
    private final MappingBook mappings;
    private final Map<String, Long> ids = new HashMap<>();
    private int files;
    private long rejected;

    /** {@code configDir} holds {@code agreements/} and {@code mappings/}; {@code feeds} a folder an agency. */
    public BoroughReader(Path configDir, Path feeds, MappingTime time) {
        this.feeds = feeds;
        this.time = time;
        this.mappings = new MappingBook().load(configDir.resolve("mappings"));
        agreements.load(configDir.resolve("agreements"));
    }

    /** One record as its agency sent it; of a pupil, one day. */
    public interface NoticeTaker {
        /** {@code received} lies within the day before the reading, a second apart for each file. */
        void take(String agency, String feed, Instant received, Notice notice);
    }

    /** Hands out every record once a file. Throws IOException when a file cannot be read. */
    public void read(Consumer<Arrival> records) throws IOException {
        for (Path file : inOrder()) {
            Map<String, Pupil> pupils = new LinkedHashMap<>();
            read(file, (agency, feed, received, notice) -> {
                if (notice.fact() instanceof AttendanceDay day) {
                    pupils.computeIfAbsent(notice.sourceRef(), ref -> new Pupil()).add(notice, day);
                } else {
                    records.accept(arrival(agency, feed, notice, notice.observedAt() == null ? received : notice.observedAt(), List.of()));
                }
            });
            pupils.values().forEach(pupil -> records.accept(arrival(agencyOf(file), feedOf(file), pupil.notice, London.startOf(pupil.lastDay.date()), pupil.marks())));
        }
    }

    /** Hands out every record with its fact, every row of attendance too. Throws IOException when a file cannot be read. */
    public void readNotices(NoticeTaker taker) throws IOException {
        for (Path file : inOrder()) {
            read(file, taker);
        }
    }

    /** Records that their layout refused. */
    public long rejected() {
        return rejected;
    }

    private List<Path> inOrder() throws IOException {
        try (Stream<Path> all = Files.walk(feeds)) {
            return all.filter(Files::isRegularFile).sorted(Comparator.comparing(BoroughReader::number).thenComparing(Path::toString)).toList();
        }
    }

    private static String number(Path file) {
        return file.getFileName().toString().replaceAll("[^0-9]", "");
    }

    private void read(Path file, NoticeTaker taker) throws IOException {
        String agency = agencyOf(file);
        String feed = feedOf(file);
        Mapping mapping = agreements.feed(agency, feed).flatMap(terms -> mappings.find(terms.mapping())).map(layout -> layout.forSender(agency))
                .orElseThrow(() -> new IOException("no agreement and layout for " + agency + "/" + feed));
        Instant received = time.now().minus(Duration.ofDays(1)).plusSeconds(files++);
        try (InputStream in = Files.newInputStream(file); SourceReader reader = mapping.open(in)) {
            while (reader.hasNext()) {
                take(reader.next(), mapping).ifPresent(notice -> taker.take(agency, feed, received, notice));
            }
        }
    }

    private static String agencyOf(Path file) {
        return file.getParent().getParent().getFileName().toString();
    }

    private static String feedOf(Path file) {
        return file.getParent().getFileName().toString();
    }

    private Optional<Notice> take(SourceItem item, Mapping mapping) {
        if (item instanceof SourceItem.Row row && mapping.apply(row.source(), time) instanceof MappingResult.Mapped mapped) {
            return Optional.of(mapped.notice());
        }
        rejected++;
        return Optional.empty();
    }

    private Arrival arrival(String agency, String feed, Notice notice, Instant observed, List<Arrival.Month> marks) {
        boolean inCare = notice.fact() instanceof MissingReport missing && missing.missingFrom() == MissingReport.MissingFrom.CARE;
        long id = ids.computeIfAbsent(String.join("|", agency, feed, notice.sourceRef(), Integer.toString(notice.version())), key -> ids.size() + 1L);
        return new Arrival(id, agency, feed, notice.sourceRef(), notice.version(), observed, inCare, notice.mentions(),
                new Arrival.Told(notice.fact(), notice.notes(), marks));
    }

    /** The newest row describes the pupil, the last day dates the record. */
    private static final class Pupil {
        private Notice notice;
        private AttendanceDay lastDay;
        private final Map<YearMonth, AttendanceMonth> months = new TreeMap<>();

        void add(Notice row, AttendanceDay day) {
            notice = row;
            lastDay = lastDay == null || day.date().isAfter(lastDay.date()) ? day : lastDay;
            AttendanceMonth month = months.computeIfAbsent(YearMonth.from(day.date()), AttendanceMonth::empty);
            month.put(day.date(), false, day.am(), 1);
            month.put(day.date(), true, day.pm(), 1);
        }

        List<Arrival.Month> marks() {
            return months.values().stream().map(month -> new Arrival.Month(month.month().atDay(1), month.marks())).toList();
        }
    }
}
