package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Good files, torn and twisted at random by a fixed seed: a reader must always come to an end and never throw. */
class HostileFilesTests {
    private static final long SEED = 20261123;
    private static final int ROUNDS = 400;
    private static final String[] TOKENS = {"\"", ",", ";", "\n", "\r", "{", "}", "[", "]", ":", "\\", "<", ">", "&x;", "<!--", "<![CDATA[", "]]>", "<?p ?>",
        "|", "^", "~", "MSH|", "MSH", "PID|", "\u0000", "\uFEFF", "\\u", "\\uD800", "1e999999", "nul", "'", "/", "=", "\u00EB", "FHS|", "-", "@"};

    enum Kind {
        CSV(Samples.CSV, "a,b,c\n1,\"2,2\",3\n4,5,\"6\"\"6\"\n"),
        JSON_LINES(Samples.JSON, "{\"a\":1,\"b\":{\"c\":[1,2]}}\n{\"a\":\"x\\u00e9\"}\n"),
        JSON_ARRAY(Samples.JSON, "[{\"a\":1},\n{\"a\":\"two\",\"b\":[true,null]}]"),
        HL7(Samples.HL7, "MSH|^~\\&|A|B|C|D|20260312||ADT^A31|1|P|2.4\rPID|1||7^^^NHS^NH~8||A^B\rOBX|1|CE|X^Y||Z\\T\\\r"),
        XML(Samples.XML, "<?xml version=\"1.0\"?>\n<A><R k=\"1\">x<B>y</B></R><R/></A>");

        private final SourceFormat format;
        private final String file;

        Kind(SourceFormat format, String file) {
            this.format = format;
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesToAnEndWithoutAnException(Kind kind) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = twisted(kind.file, random);
            List<SourceItem> items = Samples.items(kind.format, file);
            assertThat(items.size()).as("seed %d, round %d", SEED, round).isLessThan(file.length + 2);
            assertThat(items.stream().limit(Math.max(items.size() - 1, 0))).noneMatch(SourceItem.Stop.class::isInstance);
            SourceFormats.precheck(kind.format, new ByteArrayInputStream(file));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesBeforehandWhatItWouldRefuseWhole(Kind kind) {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = twisted(kind.file, random);
            boolean refused = SourceFormats.precheck(kind.format, new ByteArrayInputStream(file)).isPresent();
            boolean stopped = Samples.items(kind.format, file).stream().anyMatch(item -> item instanceof SourceItem.Stop stop && stop.wholeFile());
            assertThat(refused || !stopped).as("seed %d, round %d", SEED + 1, round).isTrue();
        }
    }

    @Test
    void throwsOnlyWhenTheDiskFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        for (Kind kind : Kind.values()) {
            Assertions.assertThatThrownBy(() -> SourceFormats.open(kind.format, broken).hasNext()).isInstanceOf(UncheckedIOException.class);
        }
    }

    private static byte[] twisted(String file, Random random) {
        StringBuilder text = new StringBuilder(file.repeat(1 + random.nextInt(3)));
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
                case 1 -> text.setLength(at);
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
                default -> text.insert(at, (char) random.nextInt(0xD800));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
