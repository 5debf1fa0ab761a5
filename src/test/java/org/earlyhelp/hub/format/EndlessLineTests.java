package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of 200 MB comes as a stream that nobody stores; the readers must stop long before its end. */
class EndlessLineTests {
    private static final int LENGTH_BYTES = 200_000_000;

    static Stream<Arguments> files() {
        return Stream.of(Arguments.of(Samples.CSV, "a,b,c\n1,2,3\n"), Arguments.of(Samples.CSV, "a,b,c\n1,2,\""), Arguments.of(Samples.CSV, ""),
                Arguments.of(Samples.JSON, "{\"a\":1}\n{\"a\":\""), Arguments.of(Samples.JSON, "[{\"a\":1},{\"a\":\""), Arguments.of(Samples.JSON, "[{\"a\":1},{\"a\":1"),
                Arguments.of(Samples.JSON, "{\""), Arguments.of(Samples.HL7, "MSH|^~\\&|"), Arguments.of(Samples.XML, "<A><R>1</R><R>"),
                Arguments.of(Samples.XML, "<A><R x='"), Arguments.of(Samples.XML, "<A><!-- "));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesTheFileWithinTheLimit(SourceFormat format, String start) {
        CountedStream file = new CountedStream(start);
        SourceItem.Stop stop = SourceFormats.precheck(format, file.stream).orElseThrow();

        assertThat(stop.code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(stop.wholeFile()).isTrue();
        assertThat(file.digits.read).isLessThan(2L * SourceLimits.RECORD_LIMIT_CHARACTERS);
    }

    private static final class CountedStream {
        final Digits digits = new Digits();
        final InputStream stream;

        CountedStream(String start) {
            stream = new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), digits);
        }
    }

    private static final class Digits extends InputStream {
        private long read;

        @Override
        public int read() {
            return read++ < LENGTH_BYTES ? '7' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int taken = (int) Math.min(length, LENGTH_BYTES - read);
            Arrays.fill(target, offset, offset + Math.max(taken, 0), (byte) '7');
            read += Math.max(taken, 0);
            return taken <= 0 ? -1 : taken;
        }
    }
}
