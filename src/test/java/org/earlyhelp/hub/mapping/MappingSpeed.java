package org.earlyhelp.hub.mapping;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;

/** Prints how fast attendance is checked, read and mapped on this machine, per second of one core. Run it by hand; nothing is asserted. */
final class MappingSpeed {
    private static final int PUPILS = 25_000;
    private static final int DAYS = 8;
    private static final String UPN = "N999400122002";
    private static final int ROUNDS = 4;
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,"
            + "Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";

    private MappingSpeed() {
    }

    public static void main(String[] arguments) {
        byte[] file = file();
        for (int round = 1; round <= ROUNDS; round++) {
            print(round, "check", file, () -> Try.mapping("school-attendance").precheck(new ByteArrayInputStream(file)));
            print(round, "read", file, () -> run(file, false));
            print(round, "read and map", file, () -> run(file, true));
        }
    }

    private static void print(int round, String what, byte[] file, Runnable work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        System.out.printf("round %d %s: %,.0f rows/s, %.0f MB/s%n", round, what, PUPILS * DAYS / seconds, file.length / 1e6 / seconds);
    }

    private static void run(byte[] file, boolean map) {
        Mapping mapping = Try.mapping("school-attendance");
        try (SourceReader reader = mapping.open(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (map && item instanceof SourceItem.Row row && !(mapping.apply(row.source(), Try.TIME) instanceof MappingResult.Mapped)) {
                    throw new AssertionError(mapping.apply(row.source(), Try.TIME).faults());
                }
            }
        }
    }

    private static byte[] file() {
        StringBuilder text = new StringBuilder(HEADER);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        for (int d = 0; d < DAYS; d++) {
            for (int p = 0; p < PUPILS; p++) {
                text.append("999400").append(p % 10).append(",99900").append(p % 10).append(',').append(UPN).append(",Surname").append(p).append(",Forename").append(p % 977)
                        .append(",,").append(LocalDate.of(2010, 1, 1).plusDays(p % 3000).format(day)).append(",F,7,").append(p)
                        .append(" Test Row,Avonford,ZZ99 3VZ,Surname").append(p).append(",Ada,01632 960001,")
                        .append(LocalDate.of(2026, 11, 2).plusDays(d).format(day)).append(",/,\\\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
