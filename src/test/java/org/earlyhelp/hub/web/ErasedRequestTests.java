package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ErasedRequestTests extends RightsTest {
    @Autowired
    private List<Erasable> rooms;
    @Autowired
    private TransactionTemplate alone;

    @Test
    void leavesThatARequestCameAndNotAWordOfIt() {
        receive(missingAndBack("M1", "2026-11-01").about(zoe()));
        String zoe = refOf("Quill", "Zoe");
        String access = inHand("ACCESS", "SELF", zoe, zoe);
        released(access);
        String wrong = inHand("RECTIFICATION", "SELF", zoe, zoe);
        as("ig").post("/rights/" + wrong + "/disputes", "/rights/" + wrong + "/disputes", Map.of("what", "dateOfBirth", "words", "It is the 6th"));
        released(inHand("OBJECTION", "SELF", zoe, zoe));

        erase(zoe);
        erase(zoe);

        assertThat(List.of("access_pack", "access_choice", "dispute", "disputed_fact", "person_restriction")).allSatisfy(table -> assertThat(count(table)).as(table).isZero());
        assertThat(sql.sql("SELECT count(*) FROM rights_request WHERE person IS NOT NULL OR requester IS NOT NULL").query(Long.class).single()).isZero();
        assertThat(sql.sql("SELECT count(*) FROM rights_step WHERE note IS NOT NULL").query(Long.class).single()).isZero();
        assertThat(page("ig", "/rights/" + access)).contains("Answered").contains("Not found yet").doesNotContain("Somebody Asking").doesNotContain("passport");
        assertThat(as("ig").get("/rights/" + access + "/pack.json").statusCode()).isEqualTo(404);
    }

    private void erase(String ref) {
        long person = sql.sql("SELECT id FROM person WHERE ref = ?").param(ref).query(Long.class).single();
        Erasable requests = rooms.stream().filter(room -> room.room().equals("rights requests")).findFirst().orElseThrow();
        alone.executeWithoutResult(status -> requests.erase(new Erasure(Set.of(ref), Set.of(person), Set.of(), List.of())));
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
