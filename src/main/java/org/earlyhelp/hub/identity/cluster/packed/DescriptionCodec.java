package org.earlyhelp.hub.identity.cluster.packed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Sex;

/**
 * Packs a description into bytes and back. Equal descriptions give equal bytes of one codec, so bytes may be compared
 * instead; another codec numbers agencies otherwise. Not thread-safe.
 */
public final class DescriptionCodec {
    /** Dates of birth of 1977 to 2022 take two bytes when counted from here. */
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Sex[] SEXES = Sex.values();
    private static final int YEAR_ZERO = 2000;
    private final Dictionary dictionary = new Dictionary();
    private final PackedWriter writer = new PackedWriter();

    /** The description in as few bytes as it can be; the same description always in the same. */
    public byte[] pack(Description it) {
        writer.clear();
        int head = Stated.write(writer, it);
        dictionary.write(writer, it.agency());
        References.writePlace(writer, dictionary, it.recordPlace());
        write(head, Stated.NHS_NUMBER, it.nhsNumber());
        write(head, Stated.UPN, it.upn());
        if (Stated.LOCAL_REF.in(head)) {
            References.writeLocal(writer, it.agency(), it.localRef());
        }
        write(it.name());
        write(it.born());
        writer.number(it.sex() == null ? 0 : 1 + it.sex().ordinal());
        if (Stated.HOME.in(head)) {
            write(head, it.home());
        }
        write(head, Stated.PHONE, it.phone());
        writeSeldomStated(head, it);
        return writer.copy();
    }

    private void writeSeldomStated(int head, Description it) {
        if (Stated.EXPECTED.in(head)) {
            write(it.expected());
        }
        if (Stated.MOTHERS.in(head)) {
            Mothers.write(writer, it);
        }
        if (Stated.BIRTH_ORDER.in(head)) {
            writer.signed(it.birthOrder());
        }
        if (Stated.AGE.in(head)) {
            writer.signed(it.yearByAge() - YEAR_ZERO);
        }
        write(head, Stated.UNVERIFIED, it.unverified());
        if (Stated.PARENTS.in(head)) {
            Parents.write(writer, it.parents());
        }
    }

    /** The description that was packed. */
    public Description unpack(byte[] packed) {
        PackedReader from = new PackedReader(packed);
        int head = Stated.read(from);
        String agency = dictionary.read(from);
        String place = References.readPlace(from, dictionary);
        String nhsNumber = readText(head, Stated.NHS_NUMBER, from);
        String upn = readText(head, Stated.UPN, from);
        String localRef = Stated.LOCAL_REF.in(head) ? References.readLocal(from, agency) : null;
        ComparableName name = readName(from);
        LocalDate born = readDate(from);
        int sex = (int) from.number();
        Dwelling home = Stated.HOME.in(head) ? new Dwelling(readText(head, Stated.UPRN, from), PackedText.read(from), PackedText.read(from)) : null;
        String phone = readText(head, Stated.PHONE, from);
        LocalDate expected = Stated.EXPECTED.in(head) ? readDate(from) : null;
        Set<String> mothers = Stated.MOTHERS.in(head) ? Mothers.read(from, agency, home) : Set.of();
        Integer birthOrder = Stated.BIRTH_ORDER.in(head) ? Integer.valueOf((int) from.signed()) : null;
        Integer yearByAge = Stated.AGE.in(head) ? Integer.valueOf((int) from.signed() + YEAR_ZERO) : null;
        String unverified = readText(head, Stated.UNVERIFIED, from);
        return new Description(Stated.kind(head), agency, place, nhsNumber, upn, localRef, name, born, expected, sex == 0 ? null : SEXES[sex - 1], home, phone,
                mothers, Stated.MULTIPLE_BIRTH.in(head), birthOrder, Stated.IDENTITY_UNKNOWN.in(head), yearByAge, unverified,
                Stated.PARENTS.in(head) ? Parents.read(from) : Set.of());
    }

    private void write(int head, Stated part, String text) {
        if (part.in(head)) {
            PackedText.write(writer, text);
        }
    }

    private static String readText(int head, Stated part, PackedReader from) {
        return part.in(head) ? PackedText.read(from) : null;
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

    private void write(int head, Dwelling home) {
        write(head, Stated.UPRN, home.uprn());
        PackedText.write(writer, home.line1());
        PackedText.write(writer, home.postcode());
    }
}
