package org.earlyhelp.hub.identity.cluster.packed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Sex;

/**
 * Packs a description into bytes and back. Equal descriptions give equal bytes of one codec, so bytes may be compared
 * instead; another codec numbers agencies otherwise. Not thread-safe.
 */
public final class DescriptionCodec {
    /** Dates of birth of 1977 to 2022 take two bytes when counted from here. */
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Kind[] KINDS = Kind.values();
    private static final Sex[] SEXES = Sex.values();
    private static final int MULTIPLE_BIRTH = 4;
    private static final int IDENTITY_UNKNOWN = 8;
    private static final int HAS_HOME = 16;
    private static final int HAS_AGE = 32;
    private static final int HAS_UNVERIFIED = 64;
    private static final int YEAR_ZERO = 2000;
    private final Dictionary dictionary = new Dictionary();
    private final PackedWriter writer = new PackedWriter();

    public byte[] pack(Description it) {
        writer.clear();
        writer.oneByte(it.kind().ordinal() | (it.multipleBirth() ? MULTIPLE_BIRTH : 0) | (it.identityUnknown() ? IDENTITY_UNKNOWN : 0)
                | (it.home() == null ? 0 : HAS_HOME) | (it.yearByAge() == null ? 0 : HAS_AGE) | (it.unverified() == null ? 0 : HAS_UNVERIFIED));
        dictionary.write(writer, it.agency());
        References.writePlace(writer, dictionary, it.recordPlace());
        PackedText.write(writer, it.nhsNumber());
        PackedText.write(writer, it.upn());
        References.writeLocal(writer, it.agency(), it.localRef());
        write(it.name());
        write(it.born());
        write(it.expected());
        writer.number(it.sex() == null ? 0 : 1 + it.sex().ordinal());
        if (it.home() != null) {
            write(it.home());
        }
        PackedText.write(writer, it.phone());
        Mothers.write(writer, it);
        writer.signed(it.birthOrder() == null ? 0 : it.birthOrder() < 0 ? it.birthOrder() : it.birthOrder() + 1L);
        if (it.yearByAge() != null) {
            writer.signed(it.yearByAge() - YEAR_ZERO);
        }
        if (it.unverified() != null) {
            PackedText.write(writer, it.unverified());
        }
        return writer.copy();
    }

    public Description unpack(byte[] packed) {
        PackedReader from = new PackedReader(packed);
        int head = from.oneByte();
        String agency = dictionary.read(from);
        String place = References.readPlace(from, dictionary);
        String nhsNumber = PackedText.read(from);
        String upn = PackedText.read(from);
        String localRef = References.readLocal(from, agency);
        ComparableName name = readName(from);
        LocalDate born = readDate(from);
        LocalDate expected = readDate(from);
        int sex = (int) from.number();
        Dwelling home = (head & HAS_HOME) == 0 ? null : new Dwelling(PackedText.read(from), PackedText.read(from), PackedText.read(from));
        String phone = PackedText.read(from);
        return new Description(KINDS[head & MULTIPLE_BIRTH - 1], agency, place, nhsNumber, upn, localRef, name, born, expected,
                sex == 0 ? null : SEXES[sex - 1], home, phone, Mothers.read(from, agency, home), (head & MULTIPLE_BIRTH) != 0,
                order(from.signed()), (head & IDENTITY_UNKNOWN) != 0,
                (head & HAS_AGE) == 0 ? null : Integer.valueOf((int) from.signed() + YEAR_ZERO), (head & HAS_UNVERIFIED) == 0 ? null : PackedText.read(from));
    }

    private static Integer order(long written) {
        return written == 0 ? null : (int) (written < 0 ? written : written - 1);
    }

    private void write(ComparableName name) {
        PackedText.write(writer, name.surname());
        writer.number(name.forenames().size());
        name.forenames().forEach(words -> {
            writer.number(words.size());
            words.forEach(word -> PackedText.write(writer, word));
        });
    }

    private static ComparableName readName(PackedReader from) {
        String surname = PackedText.read(from);
        List<List<String>> forenames = new ArrayList<>();
        for (long left = from.number(); left > 0; left--) {
            List<String> words = new ArrayList<>();
            for (long more = from.number(); more > 0; more--) {
                words.add(PackedText.read(from));
            }
            forenames.add(List.copyOf(words));
        }
        return new ComparableName(surname, forenames);
    }

    /** Null is 0; the days before and after day zero follow on either side of it. */
    private void write(LocalDate date) {
        long days = date == null ? 0 : date.toEpochDay() - DAY_ZERO;
        writer.signed(date == null ? 0 : days < 0 ? days : days + 1);
    }

    private static LocalDate readDate(PackedReader from) {
        long days = from.signed();
        return days == 0 ? null : LocalDate.ofEpochDay(DAY_ZERO + (days < 0 ? days : days - 1));
    }

    private void write(Dwelling home) {
        PackedText.write(writer, home.uprn());
        PackedText.write(writer, home.line1());
        PackedText.write(writer, home.postcode());
    }
}
