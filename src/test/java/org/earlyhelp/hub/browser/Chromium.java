package org.earlyhelp.hub.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed browser, without a window. Nothing is fetched for it. */
final class Chromium implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/chromium");
    private static final double LIMIT_MILLISECONDS = 60_000;
    private static final int HEIGHT = 900;
    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(INSTALLED).setArgs(List.of("--no-sandbox",
            "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run")));

    /** A reader's own window of that width. What inspects a page needs {@code script}; the pages have none. */
    Page window(String root, int width, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(root).setJavaScriptEnabled(script).setViewportSize(width, HEIGHT));
        context.setDefaultTimeout(LIMIT_MILLISECONDS);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
