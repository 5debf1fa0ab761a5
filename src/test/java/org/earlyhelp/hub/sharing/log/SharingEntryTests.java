package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharingEntryTests {
    /** The order of names in RFC 8785, section 3.2.3: by UTF-16 code units, not by letter. */
    @Test
    void ordersNamesAsTheStandardDoes() {
        String canonical = SharingEntry.canonical(Map.of("\u20ac", 1, "\r", 2, "1", 3, "\u00f6", 4, "\ud83d\ude00", 5, "\ufb33", 6));

        assertThat(canonical).isEqualTo("{\"\\r\":2,\"1\":3,\"\u00f6\":4,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":6}");
    }

    @Test
    void leavesOutWhatIsNull() {
        Map<String, Object> members = new HashMap<>();
        members.put("b", List.of("y", "x"));
        members.put("a", null);

        assertThat(SharingEntry.canonical(members)).isEqualTo("{\"b\":[\"y\",\"x\"]}");
    }
}
