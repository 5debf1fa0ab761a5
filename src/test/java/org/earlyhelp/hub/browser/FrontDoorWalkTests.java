package org.earlyhelp.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.earlyhelp.hub.journey.DemoDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the people of the front door meet in their browser: every page, on a desk and on a telephone, with script off. */
class FrontDoorWalkTests {
    private static final Barriers BARRIERS = new Barriers();
    private static final String[] OF_OPERATORS = {"/feeds", "/feeds/*/*", "/deliveries/*", "/quarantine", "/quarantine/rows?", "/quarantine/rows/*", "/mappings", "/mappings/*",
            "/accounts", "/accounts/*", "/queues", "/alarms", "/why"};
    private static DemoDay day;
    private static Chromium chromium;

    @BeforeAll
    static void open(@TempDir Path folder) {
        day = new DemoDay(folder);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        day.close();
    }

    private static Page signedIn(String account, int width, boolean script) {
        Page page = chromium.window(day.root(), width, script);
        page.navigate("/sign-in");
        page.getByLabel("Account").fill(account);
        page.getByLabel("Password").fill(day.password(account));
        opens(page, () -> page.locator("main button").click());
        return page;
    }

    /** Takes a step that leads to another page, and waits until that is there: the step itself may be over before the hub has answered. */
    private static void opens(Page page, Runnable step) {
        AtomicBoolean opened = new AtomicBoolean();
        Consumer<Page> note = any -> opened.set(true);
        page.onLoad(note);
        step.run();
        page.waitForCondition(opened::get);
        page.offLoad(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-door", "manager", "steward", "ig", "operator"})
    void putsNoGraveBarrierOnAnyPage(String account) {
        Page page = signedIn(account, Barriers.DESK, true);
        Map<String, List<String>> found = new TreeMap<>();

        Map<String, String> opened = new Tour(page).from("/", kind -> found.put(page.url(), BARRIERS.on(page, kind)));

        found.values().removeIf(List::isEmpty);
        assertThat(found).as("%d pages of %s", opened.size(), account).isEmpty();
        assertThat(opened).hasSizeGreaterThan(2);
        if (account.equals("operator")) {
            assertThat(opened).containsKeys(OF_OPERATORS);
        }
    }

    /** No link leads to what a form answers. */
    @Test
    void putsNoGraveBarrierOnWhatFormsOfOperatorsAnswer() {
        day.decide("no decision");
        Page page = signedIn("operator", Barriers.DESK, true);
        Map<String, List<String>> found = new TreeMap<>();
        Consumer<String> look = what -> found.put(what, BARRIERS.on(page, what));

        page.navigate("/mappings/open-involvements");
        press(page, "Try it out");
        look.accept("a layout's own sample");
        page.setInputFiles("#file", new FilePayload("cases.csv", "text/csv", "Case Ref,Surname\nC-1\n".getBytes(StandardCharsets.UTF_8)));
        press(page, "Try it out");
        look.accept("a file that fits no layout");
        page.navigate("/accounts/avonford-police");
        press(page, "Add the key");
        look.accept("a key that is none");
        // Only the thread that opened a page may ask it.
        await().pollInSameThread().until(() -> page.navigate("/queues").ok() && page.getByText("Send again").count() > 0);
        look.accept("a message that could not be handled");
        page.navigate("/why");
        press(page, "Tell me");
        look.accept("a question without a reference");
        page.locator("#ref").fill(day.aReceipt());
        page.locator("#reason").fill("The sender asks");
        press(page, "Tell me");
        look.accept("why a file stands as it does");

        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
    }

    @Test
    void putsNoGraveBarrierOnRefusedRowsAndTheirRuns() {
        Page page = signedIn("operator", Barriers.DESK, true);
        Map<String, List<String>> found = new TreeMap<>();
        Consumer<String> look = what -> found.put(what, BARRIERS.on(page, what));

        page.navigate("/quarantine");
        opens(page, () -> page.locator("main a[href^='/quarantine/rows?']").first().click());
        opens(page, () -> page.locator("main a[href^='/quarantine/rows/']").first().click());
        press(page, "Keep the correction");
        look.accept("a correction without a word");
        page.locator("#reason").fill("The sender asks");
        press(page, "Show what I may see");
        look.accept("a row that is shown");
        page.navigate("/quarantine");
        press(page, "Count a run of everything");
        page.getByText("Start the run").waitFor();
        look.accept("a run that is counted");

        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
    }

    private static void press(Page page, String button) {
        opens(page, () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click());
    }

    @Test
    void walksFromTheInboxToADecisionWithoutScript() {
        Page page = signedIn("front-door", Barriers.DESK, false);
        page.navigate("/inbox");
        opens(page, () -> page.locator("main a[href^='/alerts/']").first().click());
        String alert = page.url();
        opens(page, () -> page.getByText("Acknowledge: I have this alert").click());
        assertThat(page.content()).contains("You have acknowledged this alert");

        opens(page, () -> page.getByText("Record the decision").click());
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose what happens next").contains("Give the reason for the decision");
        page.locator("#outcome-UNIVERSAL").check();
        page.locator("#reason").fill("School and health have it in hand");
        page.locator("#told-YES").check();
        page.locator("#agrees-YES").check();
        opens(page, () -> page.getByText("Record the decision").click());

        assertThat(page.url()).startsWith(alert);
        assertThat(page.content()).contains("Your decision is recorded").contains("School and health have it in hand");
    }

    @Test
    void looksUpAChildOnATelephoneWithoutScript() {
        Page page = signedIn("front-door", Barriers.TELEPHONE, false);
        page.navigate("/search");
        opens(page, () -> page.locator("main button").first().click());

        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        assertThat(page.url()).endsWith("/search");
    }

    @Test
    void refusesWhatTheRoleMayNotOpen() {
        Page page = signedIn("front-door", Barriers.DESK, false);

        assertThat(page.navigate("/sharing").status()).isEqualTo(403);
        assertThat(page.locator("h1").textContent()).isEqualTo("This page is not open to your role");
    }
}
