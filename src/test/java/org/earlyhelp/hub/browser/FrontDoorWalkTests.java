package org.earlyhelp.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.journey.DemoDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the people of the front door meet in their browser: every page, on a desk and on a telephone, with script off. */
class FrontDoorWalkTests {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 320;
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
        page.locator("main button").click();
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-door", "manager", "steward", "ig", "operator"})
    void putsNoGraveBarrierOnAnyPage(String account) {
        Page page = signedIn(account, DESK, true);
        Map<String, List<String>> barriers = new TreeMap<>();

        Set<String> opened = new Tour(page).from("/", path -> {
            barriers.put(path + " on a desk", Barriers.on(page));
            page.setViewportSize(TELEPHONE, DESK);
            barriers.put(path + " on a telephone", Barriers.on(page));
            page.setViewportSize(DESK, DESK);
        });

        barriers.values().removeIf(List::isEmpty);
        assertThat(barriers).as("%d pages of %s", opened.size(), account).isEmpty();
        assertThat(opened).hasSizeGreaterThan(2);
    }

    @Test
    void walksFromTheInboxToADecisionWithoutScript() {
        Page page = signedIn("front-door", DESK, false);
        page.navigate("/inbox");
        page.locator("main a[href^='/alerts/']").first().click();
        String alert = page.url();
        page.getByText("Acknowledge: I have this alert").click();
        page.waitForLoadState();
        assertThat(page.content()).contains("You have acknowledged this alert");

        page.getByText("Record the decision").click();
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose what happens next").contains("Give the reason for the decision");
        page.locator("#outcome-UNIVERSAL").check();
        page.locator("#reason").fill("School and health have it in hand");
        page.locator("#told-YES").check();
        page.locator("#agrees-YES").check();
        page.getByText("Record the decision").click();

        assertThat(page.url()).startsWith(alert);
        page.waitForLoadState();
        assertThat(page.content()).contains("Your decision is recorded").contains("School and health have it in hand");
    }

    @Test
    void looksUpAChildOnATelephoneWithoutScript() {
        Page page = signedIn("front-door", TELEPHONE, false);
        page.navigate("/search");
        page.locator("main button").first().click();

        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        assertThat(page.url()).endsWith("/search");
    }

    @Test
    void refusesWhatTheRoleMayNotOpen() {
        Page page = signedIn("front-door", DESK, false);

        assertThat(page.navigate("/sharing").status()).isEqualTo(403);
        assertThat(page.locator("h1").textContent()).isEqualTo("This page is not open to your role");
    }
}
