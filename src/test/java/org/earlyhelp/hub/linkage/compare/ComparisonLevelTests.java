package org.earlyhelp.hub.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which level holds for pairs that a clerk would know. Each is compared both ways. */
class ComparisonLevelTests {
    private static final Map<String, FieldComparison> COMPARISONS = Map.of("forename", NameComparison.FORENAME, "surname", NameComparison.SURNAME,
            "birth", BirthComparison.BIRTH, "line", LineComparison.LINE, "postcode", PostcodeComparison.POSTCODE, "number", NumberComparison.NUMBER,
            "email", EmailComparison.EMAIL, "middle", MiddleNameComparison.MIDDLE_NAME, "text", TextComparison.TEXT, "sex", SexComparison.SEX);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            forename | Zoë             | ZOE            | EXACT
            forename | Jean-Luc        | jean luc       | EXACT
            forename | Mary-Jane       | Mary           | PART
            forename | Bill            | William        | NICKNAME
            forename | Mohammed        | Muhammad       | NICKNAME
            forename | J               | Jane           | INITIAL
            forename | J               | Kate           | DIFFERENT
            forename | Katherine       | Kathreine      | CLOSE
            forename | Alan            | Zebedee        | DIFFERENT
            surname  | O'Brien         | OBrien         | EXACT
            surname  | Smith-Jones     | Jones          | PART
            surname  | Łukasz          | Lukasz         | EXACT
            surname  | Müller          | Mueller        | CLOSE
            surname  | Smith           | Smyth          | NICKNAME
            surname  | 王小明           | 王小明          | EXACT
            surname  | כהן             | לוי            | DIFFERENT
            birth    | 20190402        | 20190402       | EXACT
            birth    | 20190402        | 20190204       | ONE_SLIP
            birth    | 20190402        | 20190412       | ONE_SLIP
            birth    | 20190402        | 20190424       | TWO_PARTS
            birth    | 20190428        | 20190510       | NEAR
            birth    | 20190230        | 20190230       | EXACT
            birth    | 20190402        | 19840917       | DIFFERENT
            birth    | 2019            | 2018           | ONE_SLIP
            line     | 12 High Street  | 12 High Stret  | CLOSE
            line     | 12 High Street  | Flat 2 12 High Street | CLOSE
            line     | 12 High Street  | 97 Mill Lane   | DIFFERENT
            postcode | ZZ99 3VZ        | zz993vz        | EXACT
            postcode | ZZ99 3VZ        | ZZ99 3WX       | NEAR
            postcode | ZZ99 3VZ        | ZZ99 4AB       | DISTRICT
            postcode | ZZ99 3VZ        | AB1 2CD        | DIFFERENT
            number   | 9991234567      | 9991234576     | ONE_SLIP
            number   | 9991234567      | 9997654321     | DIFFERENT
            email    | a.b@example.org | a.b@example.org | EXACT
            email    | jane.doe@example.org | completely.other@example.org | ONE_HALF
            middle   | A               | Anne           | CLOSE
            middle   | Anne Marie      | Marie          | CLOSE
            text     | Avonford        | Avonfrod       | CLOSE
            sex      | F               | M              | DIFFERENT
            """)
    void findsTheLevel(String field, String one, String other, String level) {
        FieldComparison comparison = COMPARISONS.get(field);
        assertThat(comparison.levels().get(comparison.level(Form.of(one), Form.of(other))).name()).isEqualTo(level);
        assertThat(comparison.levels().get(comparison.level(Form.of(other), Form.of(one))).name()).isEqualTo(level);
    }
}
