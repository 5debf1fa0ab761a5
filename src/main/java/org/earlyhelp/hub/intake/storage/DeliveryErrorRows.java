package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.earlyhelp.hub.intake.DeliveryError;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table delivery_error: what was said of a delivery and its rows. What holds no longer stays, marked as mended. Thread-safe. */
final class DeliveryErrorRows {
    private final JdbcClient sql;

    DeliveryErrorRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(long deliveryId, List<DeliveryError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        sql.sql("""
                INSERT INTO delivery_error (delivery_id, line, record, field, code, severity, message, fix)
                SELECT :delivery, line, record, field, code, severity, message, fix
                  FROM unnest(:lines::bigint[], :records::bigint[], :fields::text[], :codes::text[], :severities::text[], :messages::text[], :fixes::text[])
                       AS e (line, record, field, code, severity, message, fix)
                """).param("delivery", deliveryId)
                .param("lines", errors.stream().map(DeliveryError::line).toArray(Long[]::new))
                .param("records", errors.stream().map(DeliveryError::record).toArray(Long[]::new))
                .param("fields", texts(errors, DeliveryError::field)).param("codes", texts(errors, DeliveryError::code))
                .param("severities", texts(errors, error -> error.warning() ? "warning" : "error"))
                .param("messages", texts(errors, DeliveryError::message)).param("fixes", texts(errors, DeliveryError::fix)).update();
    }

    /** Those that still hold, in the order of the file, at most {@code limit}. */
    List<DeliveryError> of(long deliveryId, int limit) {
        return sql.sql("""
                SELECT line, record, field, code, severity, message, fix FROM delivery_error
                 WHERE delivery_id = ? AND mended_at IS NULL ORDER BY line, record, ordinal LIMIT ?
                """).params(deliveryId, limit).query((row, n) -> new DeliveryError(row.getLong("line"), row.getLong("record"),
                row.getString("field"), row.getString("code"), row.getString("severity").equals("warning"),
                row.getString("message"), row.getString("fix"))).list();
    }

    boolean isSaid(long deliveryId, Collection<String> codes) {
        return sql.sql("SELECT EXISTS (SELECT FROM delivery_error WHERE delivery_id = ? AND code = ANY(?) AND mended_at IS NULL)")
                .params(deliveryId, codes.toArray(String[]::new)).query(Boolean.class).single();
    }

    /** How many errors and warnings of the delivery are kept. */
    long count(long deliveryId) {
        return sql.sql("SELECT count(*) FROM delivery_error WHERE delivery_id = ?").param(deliveryId).query(Long.class).single();
    }

    /** Errors of rows that were refused and are taken after all hold no longer; warnings stay. */
    void mend(long deliveryId, Collection<Long> records, Instant at) {
        sql.sql("UPDATE delivery_error SET mended_at = ? WHERE delivery_id = ? AND record = ANY(?) AND severity = 'error' AND mended_at IS NULL")
                .params(Timestamp.from(at), deliveryId, records.toArray(Long[]::new)).update();
    }

    /** Nothing holds any longer but what is said under one of the codes {@code kept}. */
    void mendAllBut(long deliveryId, Collection<String> kept, Instant at) {
        sql.sql("UPDATE delivery_error SET mended_at = ? WHERE delivery_id = ? AND mended_at IS NULL AND NOT code = ANY(?)")
                .params(Timestamp.from(at), deliveryId, kept.toArray(String[]::new)).update();
    }

    private static String[] texts(List<DeliveryError> errors, Function<DeliveryError, String> part) {
        return errors.stream().map(part).toArray(String[]::new);
    }
}
