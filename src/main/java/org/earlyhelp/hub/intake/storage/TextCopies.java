package org.earlyhelp.hub.intake.storage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.ExpiredTexts;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Destroys free texts of other records that tell of erased people: a text about a mother can name her child. In records that
 * name somebody of the same surname a forename alone is enough.
 */
@Component
class TextCopies implements CopyKeeper {
    private static final int AFTER_FOLDERS = 40;
    private static final int PORTION_TEXTS = 1_000;
    private final JdbcClient sql;
    private final TextSeal seal;
    private final ExpiredTexts texts;

    TextCopies(JdbcClient sql, TextSeal seal, ExpiredTexts texts) {
        this.sql = sql;
        this.seal = seal;
        this.texts = texts;
    }

    private record Sealed(long id, String ref, byte[] text, boolean ofFamily) {
    }

    @Override
    public String name() {
        return "free texts of other records";
    }

    @Override
    public int order() {
        return AFTER_FOLDERS;
    }

    @Override
    public Cleared clear(Traces traces) {
        TraceSearch search = new TraceSearch(traces);
        Set<String> surnames = traces.names().stream().map(Traces.Name::surname).collect(Collectors.toSet());
        long gone = 0;
        long from = 0;
        for (List<Sealed> portion = next(from, surnames); !portion.isEmpty(); portion = next(from, surnames)) {
            gone += texts.destroy(portion.stream().filter(text -> tells(text, search)).map(Sealed::id).toList());
            from = portion.get(portion.size() - 1).id();
        }
        return Cleared.all(gone);
    }

    private List<Sealed> next(long from, Set<String> surnames) {
        return sql.sql("""
                SELECT r.id, r.ref, r.free_text, EXISTS (SELECT FROM mention m WHERE m.record_id = r.id AND m.person ->> 'surname' = ANY(:surnames)) AS family
                  FROM record r WHERE r.id > :from AND r.free_text IS NOT NULL ORDER BY r.id LIMIT :limit""")
                .param("surnames", surnames.toArray(String[]::new)).param("from", from).param("limit", PORTION_TEXTS)
                .query((row, n) -> new Sealed(row.getLong(1), row.getString(2), row.getBytes(3), row.getBoolean(4))).list();
    }

    private boolean tells(Sealed sealed, TraceSearch search) {
        String text = String.join("\n", seal.open(sealed.ref(), sealed.text()).values());
        return sealed.ofFamily() ? search.isInWordsOfFamily(text) : search.isIn(text);
    }
}
