package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestClock;
import org.earlyhelp.hub.rights.request.RequestDetails;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RequestStep;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests and their steps. Writes are in the caller's transaction. */
@Repository
public class RequestStore {
    private static final String NOTE = "note";
    private final JdbcClient sql;
    private final TextSeal seal;

    RequestStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Keeps a new request; its details are sealed. */
    public void add(RightsRequest request, RequestDetails details) {
        sql.sql("""
                INSERT INTO rights_request (id, ref, kind, capacity, state, version, details, received_on, opened_by, opened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(request.id(), request.ref(), request.kind().name(), request.capacity().name(), request.state().name(), request.version(),
                        seal.seal(request.id(), details.texts()), request.clock().receivedOn(), request.openedBy(), Timestamp.from(request.openedAt())).update();
    }

    /** Keeps what was done about a request. */
    public void add(RightsRequest request, RequestStep step) {
        byte[] note = step.note().isEmpty() ? null : seal.seal(noteId(request, step.version()), Map.of(NOTE, step.note()));
        sql.sql("INSERT INTO rights_step (request_id, version, event, state, by_whom, at, note) VALUES (:request, :version, :event, :state, :by, :at, :note)")
                .param("request", request.id()).param("version", step.version()).param("event", step.act().name()).param("state", step.state().name())
                .param("by", step.by()).param("at", Timestamp.from(step.at())).param("note", note).update();
    }

    /** Writes how the request stands. */
    public void update(RightsRequest request) {
        RequestClock clock = request.clock();
        sql.sql("""
                UPDATE rights_request SET state = :state, version = :version, person = :person, requester = :requester, started_on = :started, paused_on = :paused,
                    paused_days = :pausedDays, extended = :extended, acknowledged_on = :acknowledged, proposed_by = :proposed, closed_at = :closed WHERE id = :id""")
                .param("state", request.state().name()).param("version", request.version()).param("person", request.person()).param("requester", request.requester())
                .param("started", clock.startedOn()).param("paused", clock.pausedOn()).param("pausedDays", clock.pausedDays()).param("extended", clock.extended())
                .param("acknowledged", request.acknowledgedOn()).param("proposed", request.proposedBy())
                .param("closed", request.closedAt() == null ? null : Timestamp.from(request.closedAt())).param("id", request.id()).update();
    }

    /** A request, whatever became of it. */
    public Optional<RightsRequest> find(String ref) {
        return sql.sql("SELECT * FROM rights_request WHERE ref = ?").param(ref).query(RequestStore::request).optional();
    }

    /** The same, kept from everybody else until the transaction ends. */
    public Optional<RightsRequest> lock(String ref) {
        return sql.sql("SELECT * FROM rights_request WHERE ref = ? FOR UPDATE").param(ref).query(RequestStore::request).optional();
    }

    /** Open ones by the day they came, then the latest closed. */
    public List<RightsRequest> listed(int limit) {
        return sql.sql("SELECT * FROM rights_request ORDER BY closed_at DESC NULLS FIRST, received_on, id LIMIT ?").param(limit).query(RequestStore::request).list();
    }

    /** Empty once the person was erased. */
    public RequestDetails details(RightsRequest request) {
        byte[] sealed = sql.sql("SELECT details FROM rights_request WHERE id = ?").param(request.id()).query((row, n) -> row.getBytes("details")).single();
        return RequestDetails.of(sealed.length == 0 ? Map.of() : seal.open(request.id(), sealed));
    }

    /** Every step, the first first. */
    public List<RequestStep> steps(RightsRequest request) {
        return sql.sql("SELECT version, event, state, by_whom, at, note FROM rights_step WHERE request_id = ? ORDER BY version").param(request.id())
                .query((row, n) -> step(request, row)).list();
    }

    private RequestStep step(RightsRequest request, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("note");
        String note = sealed == null ? "" : seal.open(noteId(request, row.getInt("version")), sealed).getOrDefault(NOTE, "");
        return new RequestStep(row.getInt("version"), RequestAct.valueOf(row.getString("event")), RequestState.valueOf(row.getString("state")), row.getString("by_whom"),
                row.getTimestamp("at").toInstant(), note);
    }

    private static String noteId(RightsRequest request, int version) {
        return request.id() + "/" + version;
    }

    private static RightsRequest request(ResultSet row, int number) throws SQLException {
        RequestClock clock = new RequestClock(row.getObject("received_on", LocalDate.class), row.getObject("started_on", LocalDate.class),
                row.getObject("paused_on", LocalDate.class), row.getInt("paused_days"), row.getBoolean("extended"));
        Timestamp closed = row.getTimestamp("closed_at");
        Instant closedAt = closed == null ? null : closed.toInstant();
        return new RightsRequest(row.getString("id"), row.getString("ref"), RequestKind.valueOf(row.getString("kind")), Capacity.valueOf(row.getString("capacity")),
                RequestState.valueOf(row.getString("state")), row.getInt("version"), row.getString("person"), row.getString("requester"), clock,
                row.getObject("acknowledged_on", LocalDate.class), row.getString("opened_by"), row.getTimestamp("opened_at").toInstant(), row.getString("proposed_by"), closedAt);
    }
}
