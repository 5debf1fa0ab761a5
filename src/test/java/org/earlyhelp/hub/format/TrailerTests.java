package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The last line in which a sender counts the others. */
class TrailerTests {
    private static final SourceFormat.Csv CSV = new SourceFormat.Csv(StandardCharsets.UTF_8, ',', List.of("a", "b"), List.of());
    private final Trailer trailer = Trailer.of("TRAILER,{count}", StandardCharsets.UTF_8).orElseThrow();

    @Test
    void cutsTheTrailerOffAndNothingElse() {
        assertThat(cut("a,b\n1,2\nTRAILER,1\n")).isEqualTo("a,b\n1,2\n");
        assertThat(cut("a,b\r\n1,2\r\nTRAILER, \"1\" \r\n\r\n")).isEqualTo("a,b\r\n1,2\r\n");
        assertThat(cut("a,b\n1,2\nTRAILER,1")).isEqualTo("a,b\n1,2\n");
        assertThat(cut("a,b\nTRAILER,1\n1,2\n")).isEqualTo("a,b\nTRAILER,1\n1,2\n");
        assertThat(cut("a,b\n1,2\nTRAILER,x\n")).isEqualTo("a,b\n1,2\nTRAILER,x\n");
        assertThat(cut("")).isEmpty();
    }

    @Test
    void takesTheLastOfSeveral() {
        assertThat(cut("a,b\nTRAILER,1\nTRAILER,2\n")).isEqualTo("a,b\nTRAILER,1\n");
    }

    @Test
    void acceptsTheRightCount() {
        assertThat(faultOf("a,b\n1,2\n\"3\n4\",5\nTRAILER,2\n")).isEmpty();
        assertThat(faultOf("a,b\nTRAILER,0\n")).isEmpty();
    }

    @Test
    void refusesAnotherCountAndSaysBoth() {
        assertThat(faultOf("a,b\n1,2\nTRAILER,12\n")).isEqualTo("TRAILER_MISMATCH: The trailer says 12 lines of records, the file has 1.");
    }

    @Test
    void refusesAFileThatWasCutAtTheEndOfALine() {
        String whole = "a,b\n1,2\n3,4\nTRAILER,2\n";

        for (int length = 4; length < whole.length() - 2; length++) {
            assertThat(faultOf(whole.substring(0, length))).as("cut to %s", length).isNotEmpty();
        }
    }

    @Test
    void countsBadRowsToo() {
        assertThat(faultOf("a,b\n1,2,3\n1,2\nTRAILER,2\n")).isEmpty();
    }

    @Test
    void readsTheClosingSegmentsOfHl7() {
        Trailer batch = Trailer.of("BTS|{count}{any}", StandardCharsets.UTF_8).orElseThrow();
        String message = "MSH|^~\\&|A|B|C|D|20261120||ADT^A31|1|P|2.4\rPID|1||1^^^X||A^B\r";
        String file = "FHS|^~\\&\rBHS|^~\\&\r" + message + message + "BTS|2|end of batch\rFTS|1\r";

        assertThat(batch.fault(in(file), in -> SourceFormats.open(new SourceFormat.Hl7(StandardCharsets.UTF_8), in))).isEmpty();
        assertThat(batch.fault(in(file.replace("BTS|2", "BTS|3")), in -> SourceFormats.open(new SourceFormat.Hl7(StandardCharsets.UTF_8), in)))
                .get().extracting(SourceItem.Stop::code).isEqualTo("TRAILER_MISMATCH");
    }

    @Test
    void handsOutWhatItGotWhateverThePieces() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(40); line > 0; line--) {
                text.append(random.nextInt(5) == 0 ? "TRAILER,7" : "x".repeat(random.nextInt(3_000))).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            String kept = text + "end";
            assertThat(cut(kept)).as("seed 11, round %s", i).isEqualTo(kept);
            assertThat(cut(kept + "\nTRAILER,7\n")).isEqualTo(kept + "\n");
        }
    }

    @Test
    void isDeclaredWithATextAndOneCount() {
        assertThat(Trailer.of("{count}", StandardCharsets.UTF_8)).isEmpty();
        assertThat(Trailer.of("TRAILER", StandardCharsets.UTF_8)).isEmpty();
        assertThat(Trailer.of("T{count}{count}", StandardCharsets.UTF_8)).isEmpty();
        assertThat(Trailer.of("TRAILER,{count}", StandardCharsets.UTF_16)).isEmpty();
        assertThat(trailer.lineOf(3)).isEqualTo("TRAILER,3");
    }

    private String cut(String text) {
        try (InputStream in = trailer.cutOff(in(text))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String faultOf(String text) {
        return trailer.fault(in(text), in -> SourceFormats.open(CSV, in)).map(stop -> stop.code() + ": " + stop.message()).orElse("");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
