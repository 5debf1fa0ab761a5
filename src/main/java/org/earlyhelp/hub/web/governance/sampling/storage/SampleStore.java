package org.earlyhelp.hub.web.governance.sampling.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.sharing.audit.LogSample.Draw;
import org.earlyhelp.hub.web.governance.sampling.Sample;
import org.earlyhelp.hub.web.governance.sampling.Sample.Drawn;
import org.earlyhelp.hub.web.governance.sampling.Sample.Judgement;
import org.earlyhelp.hub.web.governance.sampling.Sample.Signature;
import org.earlyhelp.hub.web.governance.sampling.Sample.Verdict;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of samples; whoever writes has a transaction. */
@Repository
public class SampleStore {
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    SampleStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Keeps a sample and returns its id. */
    public long add(Draw draw, long population, List<String> entries, String account, Instant at) {
        long id = sql.sql("INSERT INTO sharing_sample (month, size, seed, newest, population, drawn_by, drawn_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(draw.month().atDay(1), draw.size(), draw.seed(), draw.newest(), population, account, Timestamp.from(at)).query(Long.class).single();
        List<Object[]> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(new Object[] {id, rows.size() + 1, entry}));
        jdbc.batchUpdate("INSERT INTO sharing_sample_entry (sample_id, place, entry) VALUES (?, ?, ?)", rows);
        return id;
    }

    /** The newest first. */
    public List<Sample> latest(int limit) {
        return sql.sql("SELECT * FROM sharing_sample ORDER BY id DESC LIMIT ?").param(limit).query(this::sample).list();
    }

    /** A sample, signed or not. */
    public Optional<Sample> find(long id) {
        return sql.sql("SELECT * FROM sharing_sample WHERE id = ?").param(id).query(this::sample).optional();
    }

    /** As {@link #find}; nobody else judges or signs it before the transaction ends. */
    public Optional<Sample> locked(long id) {
        return sql.sql("SELECT * FROM sharing_sample WHERE id = ? FOR UPDATE").param(id).query(this::sample).optional();
    }

    /** Whether that month's sample is drawn. */
    public boolean isDrawn(YearMonth month) {
        return sql.sql("SELECT EXISTS (SELECT FROM sharing_sample WHERE month = ?)").param(month.atDay(1)).query(Boolean.class).single();
    }

    /** How many samples nobody has signed. */
    public long unsigned() {
        return sql.sql("SELECT count(*) FROM sharing_sample WHERE signed_by IS NULL").query(Long.class).single();
    }

    /** Adds a judgement; false once the sample is signed, or where it has no such place. */
    public boolean judge(long id, int place, Judgement judgement) {
        boolean open = sql.sql("SELECT signed_by IS NULL FROM sharing_sample WHERE id = ? FOR UPDATE").param(id).query(Boolean.class).optional().orElse(false);
        return open && sql.sql("""
                INSERT INTO sharing_sample_judgement (sample_id, place, verdict, note, by_whom, at)
                SELECT sample_id, place, ?, ?, ?, ? FROM sharing_sample_entry WHERE sample_id = ? AND place = ?""")
                .params(judgement.verdict().name(), judgement.note(), judgement.by(), Timestamp.from(judgement.at()), id, place).update() == 1;
    }

    /** Notes who looked at the sample, and what they say of it. */
    public void sign(long id, Signature signature) {
        sql.sql("UPDATE sharing_sample SET signed_by = ?, signed_at = ?, remark = ? WHERE id = ?")
                .params(signature.by(), Timestamp.from(signature.at()), signature.remark(), id).update();
    }

    private List<Drawn> entries(long id) {
        Map<Integer, List<Judgement>> judgements = new LinkedHashMap<>();
        sql.sql("SELECT * FROM sharing_sample_judgement WHERE sample_id = ? ORDER BY place, id").param(id).query(row -> {
            judgements.computeIfAbsent(row.getInt("place"), any -> new ArrayList<>()).add(new Judgement(Verdict.valueOf(row.getString("verdict")),
                    row.getString("note"), row.getString("by_whom"), row.getTimestamp("at").toInstant()));
        });
        return sql.sql("SELECT place, entry FROM sharing_sample_entry WHERE sample_id = ? ORDER BY place").param(id)
                .query((row, number) -> new Drawn(row.getInt("place"), row.getString("entry"), judgements.getOrDefault(row.getInt("place"), List.of()))).list();
    }

    private Sample sample(ResultSet row, int number) throws SQLException {
        Draw draw = new Draw(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("size"), row.getString("seed"), row.getLong("newest"));
        Optional<Signature> signature = row.getString("signed_by") == null ? Optional.empty()
                : Optional.of(new Signature(row.getString("signed_by"), row.getTimestamp("signed_at").toInstant(), row.getString("remark")));
        return new Sample(row.getLong("id"), draw, row.getLong("population"), row.getString("drawn_by"), row.getTimestamp("drawn_at").toInstant(),
                entries(row.getLong("id")), signature);
    }
}
