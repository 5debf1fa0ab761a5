package org.earlyhelp.hub.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds of every comparison, whatever is compared. */
class ComparisonPropertyTests {
    private static final long SEED = 20261125;
    private static final int TRIES = 20_000;
    private static final List<String> ODD = List.of("", " ", "'", "-", "?!…", "x", "é", "x".repeat(300), "👶🏽", "👶 Ann", "شيماء", "\u202Eكهن\u202C", "ß", "İ", "\uD83D",
            "a\u0301\u0301\u0301", "@", "a@", "@a", "0", "٢٠١٩٠٤٠٢", "20190230", "99999999", "+1234567", "Ⅷ", "a b c d e f g h i j k l m n o p", ".", "x".repeat(99) + "👶");
    static final List<FieldComparison> ALL = List.of(NameComparison.FORENAME, NameComparison.SURNAME, BirthComparison.BIRTH, LineComparison.LINE,
            PostcodeComparison.POSTCODE, NumberComparison.NUMBER, EmailComparison.EMAIL, MiddleNameComparison.MIDDLE_NAME, TextComparison.TEXT, SexComparison.SEX);

    @ParameterizedTest
    @FieldSource("ALL")
    void isSymmetric(FieldComparison comparison) {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            Form one = Form.of(words(random));
            Form other = Form.of(random.nextBoolean() ? words(random) : slipped(one.text(), random));
            if (!one.isEmpty() && !other.isEmpty()) {
                assertThat(comparison.level(one, other)).as("%s and %s, seed %d", one.text(), other.text(), SEED).isEqualTo(comparison.level(other, one));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void takesAnyTextAndIsFullAgreementWithItself(FieldComparison comparison) {
        List<Form> forms = ODD.stream().map(Form::of).filter(form -> !form.isEmpty()).toList();
        for (Form one : forms) {
            assertThat(comparison.level(one, one)).isZero();
            for (Form other : forms) {
                assertThat(comparison.level(one, other)).isBetween(0, comparison.levels().size() - 1).isEqualTo(comparison.level(other, one));
            }
        }
    }

    @Test
    void findsTheSameDistanceAsTheWholeTable() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            String one = word(random, 8);
            String other = random.nextBoolean() ? word(random, 8) : slipped(one, random);
            int limit = random.nextInt(10);
            assertThat(EditDistance.within(limit, one, other)).as("%s and %s within %d", one, other, limit).isEqualTo(Math.min(wholeTable(one, other), limit + 1));
        }
    }

    @Test
    void foldsWhatAClerkLeavesOut() {
        assertThat(Form.of(" O’Brien-Łuczak, Zoë 2nd ").text()).isEqualTo("OBRIEN LUCZAK ZOE 2ND");
        assertThat(Form.of("?!… 👶").isEmpty()).isTrue();
        assertThat(Form.of("x".repeat(300)).length()).isEqualTo(Form.LIMIT_CHARACTERS);
    }

    private static int wholeTable(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1,
                        table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }

    private static String words(Random random) {
        return String.join(" ", Stream.generate(() -> word(random, 9)).limit(1 + random.nextInt(3)).toList());
    }

    private static String word(Random random, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, 5).mapToObj(letter -> "AB1D@".substring(letter, letter + 1)).reduce("", String::concat);
    }

    private static String slipped(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + word(random, 2) + text.substring(Math.min(text.length(), at + random.nextInt(3)));
    }
}
