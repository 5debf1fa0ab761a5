package org.earlyhelp.hub.identity.cluster.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;

class DescriptionCodecTests {
    private static final int SEED = 11;
    private final DescriptionCodec codec = new DescriptionCodec();

    @Test
    void readsWhatItWrote() {
        AnyDescription any = new AnyDescription(new Random(SEED));
        for (int i = 0; i < 20_000; i++) {
            Description it = any.next();
            assertThat(codec.unpack(codec.pack(it)).equals(it)).as("description %d of seed %d", i, SEED).isTrue();
        }
    }

    @Test
    void givesEqualBytesToEqualDescriptionsOnly() {
        AnyDescription one = new AnyDescription(new Random(SEED));
        AnyDescription other = new AnyDescription(new Random(SEED));
        Description before = other.next();
        for (int i = 0; i < 5_000; i++) {
            assertThat(codec.pack(one.next())).isEqualTo(codec.pack(before));
            Description next = other.next();
            assertThat(codec.pack(next)).isNotEqualTo(codec.pack(before));
            before = next;
        }
    }

    @Test
    void packsAPupilInFewBytes() {
        Description pupil = new Description(Kind.CHILD, "avonford-schools", "avonford-schools|school-attendance|9994001-20417|PUPIL", "9990000018",
                "N999400122002", "avonford-schools|20417", new ComparableName("OKAFOR", List.of(List.of("CHIDI", "EMEKA"))), LocalDate.of(2016, 4, 2), null,
                Sex.M, new Dwelling("100012345678", "14LITTLEACACIAAVENUE", "ZZ993VZ"), "07700900123",
                Set.of("nhs:9990000026", "name:OKAFOR|NGOZI|07700900123", "name:OKAFOR|NGOZI|14LITTLEACACIAAVENUE|ZZ993VZ"), false, null, false);

        assertThat(codec.unpack(codec.pack(pupil))).isEqualTo(pupil);
        assertThat(codec.pack(pupil)).hasSizeLessThanOrEqualTo(130);
    }

    @Test
    void writesOutWhatTheFullDictionaryDoesNotLearn() {
        AnyDescription any = new AnyDescription(new Random(SEED));
        for (int i = 0; i < Dictionary.MAX_ENTRIES + 100; i++) {
            Description it = any.by("agency-" + i);
            assertThat(codec.unpack(codec.pack(it)).equals(it)).isTrue();
            assertThat(codec.pack(it)).isEqualTo(codec.pack(it));
        }
    }
}
