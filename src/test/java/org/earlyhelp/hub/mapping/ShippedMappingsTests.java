package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedMappingsTests {
    private final MappingBook book = new MappingBook().load(Path.of("mappings"));

    @Test
    void haveNoFault() {
        assertThat(book.faults()).isEmpty();
        assertThat(book.all()).extracting(Mapping::reference).containsExactly("domestic-abuse@1", "domestic-abuse-xml@1",
                "health-visiting@1", "missing-children@1", "missing-children-csv@1", "open-involvements@1", "school-attendance@1",
                "school-attendance-semicolon@1", "substance-misuse@1");
    }
}
