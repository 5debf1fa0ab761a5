package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {
    @ParameterizedTest
    @CsvSource({"192.0.2.0/24,192.0.2.255,true", "192.0.2.0/24,192.0.3.0,false", "192.0.2.128/25,192.0.2.127,false", "192.0.2.10,192.0.2.10,true",
        "192.0.2.10,192.0.2.11,false", "2001:db8::/32,2001:db8:1::5,true", "2001:db8::/32,2001:db9::5,false", "192.0.2.0/24,::ffff:192.0.2.7,true",
        "192.0.2.0/24,2001:db8::1,false", "192.0.2.0/23,192.0.3.9,true"})
    void holdsWhatLiesInIt(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).orThrow().holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "192.0.2", "192.0.2.0/33", "192.0.2.0/0", "192.0.2.0/x", "256.1.1.1", "2001:db8::/129", ":::", "192.0.2.0/"})
    void refusesWhatIsNoRange(String text) {
        assertThat(AddressRange.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void asksNoNameServer() {
        assertThat(AddressRange.parse("192.0.2.0/24").orThrow().holds("a.example")).isFalse();
    }
}
