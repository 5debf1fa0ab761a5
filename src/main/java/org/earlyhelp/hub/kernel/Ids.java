package org.earlyhelp.hub.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Identifiers and randomness. Letters are Crockford's base 32 (no I, L, O, U), so a reference can be read
 * out on the telephone. A short reference carries no meaning and is made unique by the table that holds it.
 * Thread-safe.
 */
public final class Ids {
    private static final char[] LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int ULID_TIME_LETTERS = 10;
    private static final int ULID_RANDOM_LETTERS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Ids() {
    }

    /** A ULID (26 letters): 48 bits of business time in milliseconds, 80 random bits. Sortable by time. */
    public static String ulid(HubClock clock) {
        StringBuilder text = new StringBuilder(ULID_TIME_LETTERS + ULID_RANDOM_LETTERS);
        long millis = clock.now().toEpochMilli();
        for (int shift = 5 * (ULID_TIME_LETTERS - 1); shift >= 0; shift -= 5) {
            text.append(LETTERS[(int) (millis >>> shift) & 31]);
        }
        return text.append(letters(ULID_RANDOM_LETTERS)).toString();
    }

    /** The time of a {@link #ulid}; empty when it is none. */
    public static Optional<Instant> timeOf(String ulid) {
        long millis = 0;
        for (int i = 0; i < ULID_TIME_LETTERS; i++) {
            int digit = i < ulid.length() ? Arrays.binarySearch(LETTERS, ulid.charAt(i)) : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            millis = millis << 5 | digit;
        }
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    /** {@code P-7Q2MXA}: a person. */
    public static String personRef() {
        return "P-" + letters(6);
    }

    /** {@code F-48KQ2M}: a family. */
    public static String familyRef() {
        return "F-" + letters(6);
    }

    /** {@code RR-7Q2MXA}: what somebody asked for under their rights. */
    public static String rightsRef() {
        return "RR-" + letters(6);
    }

    /** {@code R-20261122-7F3KQ2}: the receipt of a delivery on that day. */
    public static String receiptRef(LocalDate day) {
        return "R-" + DAY.format(day) + "-" + letters(6);
    }

    /** {@code A-2026-004512}: the alert with that running number, in the year of its raising. */
    public static String alertRef(int year, long number) {
        return "A-%d-%06d".formatted(year, number);
    }

    /** Random bytes fit for salts and keys. */
    public static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A password of 128 random bits as hexadecimal. */
    public static String password() {
        return HexFormat.of().formatHex(randomBytes(16));
    }

    private static String letters(int count) {
        char[] text = new char[count];
        for (int i = 0; i < count; i++) {
            text[i] = LETTERS[RANDOM.nextInt(LETTERS.length)];
        }
        return new String(text);
    }
}
