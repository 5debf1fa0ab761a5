package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.school;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.ChangedAgreements;
import org.earlyhelp.hub.sharing.ChangedAgreements.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What no agreement allows is refused on every door, logged as refused, and said in plain words. */
class RefusalTests extends FrontDoorTest {
    @TempDir
    private Path folder;
    @Autowired
    private AgreementBook book;

    @AfterEach
    void restore() {
        new ChangedAgreements(book).restore();
    }

    @ParameterizedTest
    @EnumSource
    void onAPage(Change change) {
        receive(school("S1").about(aChild().upn(UPN)));
        new ChangedAgreements(book).apply(folder, change);

        HttpResponse<String> answer = as("steward").get("/reviews/people/" + onlyPerson());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This may not be shown to you").contains("Refused: data about who somebody is, where somebody lives, of one person.")
                .contains(change.why()).contains("Ask information governance whether an agreement can allow it: Data Protection Officer, Avonford Council")
                .contains(idOf(refusals(onlyPerson()).get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void onTheInterfaceAsAProblem(Change change) {
        long pair = aDoubt().id();
        new ChangedAgreements(book).apply(folder, change);

        HttpResponse<String> answer = as("steward").get("/api/reviews/" + pair, "steward", "s-pass");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(change.why()).contains("Ask information governance").containsPattern("\"entry\":\"01[0-9A-Z]{24}\"");
    }

    @ParameterizedTest
    @EnumSource
    void onAnExport(Change change) {
        receive(school("S1").about(aChild().upn(UPN)));
        new ChangedAgreements(book).apply(folder, change);

        HttpResponse<String> answer = as("steward").get("/api/links.csv", "steward", "s-pass");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(change.why()).contains("Ask information governance").doesNotContain(onlyPerson());
        assertThat(refusals(onlyPerson())).singleElement().satisfies(entry -> assertThat(entry).contains("\"fields\":[]").contains(change.why()).contains("links.csv"));
    }

    /** What the rest of a page is not refused for is said beside it, and is an entry of its own. */
    @ParameterizedTest
    @EnumSource
    void besideWhatMayBeShown(Change change) {
        String alert = aMissingChild();
        new ChangedAgreements(book).apply(folder, change);

        String html = page("front-door", "/alerts/" + alert);

        assertThat(html).contains("Withheld from you").contains(change.why()).contains("ask information governance").doesNotContain("Reported missing");
        assertThat(refusals(refOf("Quill", "Zoe"))).isNotEmpty().allSatisfy(entry -> assertThat(entry).contains("\"source\":\"avonford-police\""));
    }

    private String onlyPerson() {
        return sql.sql("SELECT ref FROM person").query(String.class).single();
    }

    private List<String> refusals(String person) {
        return entries("REFUSED").stream().filter(entry -> entry.contains("\"person\":\"" + person + "\"")).toList();
    }

    private static String idOf(String payload) {
        return payload.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }
}
