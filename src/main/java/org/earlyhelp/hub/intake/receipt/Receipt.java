package org.earlyhelp.hub.intake.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;

/** {@code receipt.v1} of the contract, section 3. {@code reason}, {@code duplicateOf} and {@code test} stand only where they apply. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(String receipt, String schema, String stage, String agency, String feed, String mapping, SentFile file,
               String receivedAt, String decidedAt, String reason, String duplicateOf, Boolean test, Numbers counts,
               List<Fault> errors, boolean errorsTruncated) {
    /** So many errors stand in the JSON; the error list beside it has more. */
    static final int ERRORS_LIMIT = 1_000;
    static final String SCHEMA = "receipt.v1";

    record SentFile(String name, long bytes, @JsonInclude(JsonInclude.Include.NON_EMPTY) String sha256) {
    }

    record Numbers(long records, long accepted, long unchanged, long rejected, long warnings) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(Long line, Long record, String field, String code, String severity, String message, String fix) {
        static Fault of(DeliveryError error) {
            return new Fault(placeOrNull(error.line()), placeOrNull(error.record()), error.field(), error.code(),
                    error.warning() ? "warning" : "error", error.message(), error.fix());
        }

        private static Long placeOrNull(long place) {
            return place == 0 ? null : place;
        }
    }

    /** @param errors what is kept; only the first are listed when there are more than {@link #ERRORS_LIMIT} or {@code more} exist */
    static Receipt of(Delivery delivery, List<DeliveryError> errors, boolean more) {
        return new Receipt(delivery.receipt(), SCHEMA, delivery.stage().name(), delivery.agency(), delivery.feed(), delivery.mapping(),
                new SentFile(delivery.fileName(), delivery.bytes(), delivery.sha256()),
                delivery.receivedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                delivery.decidedAt() == null ? null : delivery.decidedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                delivery.reason(), delivery.duplicateOf(), delivery.test() ? true : null,
                new Numbers(delivery.counts().records(), delivery.counts().accepted(), delivery.counts().unchanged(),
                        delivery.counts().rejected(), delivery.counts().warnings()),
                errors.stream().limit(ERRORS_LIMIT).map(Fault::of).toList(), more || errors.size() > ERRORS_LIMIT);
    }
}
