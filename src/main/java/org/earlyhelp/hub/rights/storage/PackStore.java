package org.earlyhelp.hub.rights.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.rights.access.Pack;
import org.earlyhelp.hub.rights.access.PackJson;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.Disclosed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packs as they were released, sealed. */
@Repository
public class PackStore {
    private static final String PACK = "pack";
    private final JdbcClient sql;
    private final TextSeal seal;

    PackStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Keeps a pack in the caller's transaction. The type lets nothing in that did not pass the disclosure desk. */
    public void keep(RightsRequest request, String account, Disclosed<Pack> pack, Instant at) {
        sql.sql("INSERT INTO access_pack (request_id, prepared_by, released_by, released_at, entry, content) VALUES (?, ?, ?, ?, ?, ?)")
                .params(request.id(), request.proposedBy(), account, Timestamp.from(at), pack.allowance().entries().get(0).entry(),
                        seal.seal(request.id() + "/" + PACK, Map.of(PACK, PackJson.text(pack.content())))).update();
    }

    /** The pack as it was released; empty before. */
    public Optional<Pack> find(RightsRequest request) {
        return sql.sql("SELECT content FROM access_pack WHERE request_id = ?").param(request.id()).query((row, n) -> row.getBytes("content")).optional()
                .map(sealed -> PackJson.read(seal.open(request.id() + "/" + PACK, sealed).get(PACK)));
    }
}
