package org.earlyhelp.hub.identity.storage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.ChildSearch;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.linkage.compare.Form;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what is asked with the different surnames that are held, a few thousand in a borough, and reads the children of those that fit by an index. */
@Component
class StoredChildSearch implements ChildSearch {
    /** So many surnames are gone into, the nearest first, where no date of birth is known. */
    private static final int SURNAMES_LIMIT = 200;
    /** So many where it is: few children are born on one day. */
    private static final int DATED_SURNAMES_LIMIT = 5_000;
    /** So many children of these surnames are looked at. */
    private static final int READ_LIMIT = 2_000;
    /** Two letters sound like too much. */
    private static final int SOUND_LEAST_CHARACTERS = 3;
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}'\u2019-]+");
    private final JdbcClient sql;

    StoredChildSearch(JdbcClient sql) {
        this.sql = sql;
    }

    private record Surname(String held, NameLevel level) {
    }

    @Override
    public Found find(String surname, String forename, LocalDate born, int limit) {
        if (surname == null || forename == null && born == null) {
            throw new IllegalArgumentException("a search needs a surname and a forename or a date of birth");
        }
        Form asked = Form.of(surname);
        List<String> near = surnamesLike(asked);
        List<String> surnames = near.stream().limit(born == null ? SURNAMES_LIMIT : DATED_SURNAMES_LIMIT).toList();
        List<PersonView> children = children(surnames, born);
        List<Hit> hits = children.stream().limit(READ_LIMIT).flatMap(child -> hit(child, asked, forename)).sorted(Comparator.comparing(Hit::alike)).toList();
        boolean more = near.size() > surnames.size() || children.size() > READ_LIMIT || hits.size() > limit;
        return new Found(hits.stream().limit(limit).toList(), more);
    }

    /** One more than are looked at, where there are more. */
    private List<PersonView> children(List<String> surnames, LocalDate born) {
        return sql.sql(StoredDirectory.PERSON + """
                WHERE NOT p.sealed AND p.gone_into IS NULL AND p.family_role = 'CHILD' AND lower(p.summary ->> 'surname') = ANY (:surnames)
                  AND (:born::text IS NULL OR p.summary ->> 'dateOfBirth' = :born)
                ORDER BY array_position(:surnames::text[], lower(p.summary ->> 'surname')), p.ref LIMIT :limit""")
                .param("surnames", surnames.toArray(String[]::new)).param("born", born == null ? null : born.toString()).param("limit", READ_LIMIT + 1)
                .query(StoredDirectory::person).list();
    }

    /** In small letters, the nearest first. */
    private List<String> surnamesLike(Form asked) {
        Stream<Surname> held = sql.sql("""
                SELECT DISTINCT lower(summary ->> 'surname') FROM person WHERE NOT sealed AND gone_into IS NULL AND lower(summary ->> 'surname') IS NOT NULL""")
                .query(String.class).list().stream().map(name -> new Surname(name, NameComparison.SURNAME.compare(asked, Form.of(name))));
        return held.filter(name -> isNear(name.level)).sorted(Comparator.comparing(Surname::level).thenComparing(Surname::held)).map(Surname::held).toList();
    }

    private static Stream<Hit> hit(PersonView child, Form surname, String forename) {
        boolean sameSurname = NameComparison.SURNAME.compare(surname, Form.of(child.summary().surname())) == NameLevel.EXACT;
        if (isCalled(child, forename)) {
            return Stream.of(new Hit(child, !sameSurname));
        }
        return soundsLike(child, forename) ? Stream.of(new Hit(child, true)) : Stream.empty();
    }

    private static boolean isCalled(PersonView child, String forename) {
        return forename == null || names(child).anyMatch(name -> Form.folded(name).startsWith(Form.folded(forename)));
    }

    private static boolean soundsLike(PersonView child, String forename) {
        Form asked = Form.of(forename);
        return asked.length() >= SOUND_LEAST_CHARACTERS && names(child).anyMatch(name -> isNear(NameComparison.FORENAME.compare(asked, Form.of(name))));
    }

    /** Each word of the forenames and of the names in use. */
    private static Stream<String> names(PersonView child) {
        return Stream.concat(Stream.ofNullable(child.summary().forenames()), child.summary().knownAs().stream()).flatMap(BETWEEN_NAMES::splitAsStream);
    }

    private static boolean isNear(NameLevel level) {
        return switch (level) {
            case EXACT, PART, NICKNAME, CLOSE, SIMILAR -> true;
            default -> false;
        };
    }
}
