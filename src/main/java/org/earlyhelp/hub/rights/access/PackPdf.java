package org.earlyhelp.hub.rights.access;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.web.util.HtmlUtils;

/** A pack as a tagged PDF that a screen reader can follow, its font inside. Letters that the font lacks show as a box. */
public final class PackPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String STYLE = """
            @page { size: A4; margin: 20mm; @bottom-right { content: counter(page); font-family: Hub; font-size: 9pt; } }
            body { font-family: Hub; font-size: 11pt; line-height: 1.35; }
            h1 { font-size: 20pt; font-weight: normal; } h2 { font-size: 14pt; font-weight: normal; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { border-bottom: 0.5pt solid #505a5f; padding: 2mm 2mm 2mm 0; text-align: left; vertical-align: top; font-weight: normal; }""";

    private PackPdf() {
    }

    /** The whole file in memory: about 50 kB with its font, and more with every line. */
    public static byte[] bytes(Pack pack) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFastMode();
            builder.useFont(PackPdf::font, "Hub");
            builder.withHtmlContent(html(pack), null);
            builder.toStream(pdf);
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return PackPdf.class.getResourceAsStream(FONT);
    }

    private static String html(Pack pack) {
        StringBuilder html = new StringBuilder("<html lang=\"en-GB\"><head><title>Answer to request ").append(escaped(pack.request()))
                .append("</title><meta name=\"subject\" content=\"What the Early Help Hub holds about a person\"/><meta name=\"description\" content=\"An answer under the right of access\"/><style>")
                .append(STYLE).append("</style></head><body><h1>What the Early Help Hub holds</h1><p>")
                .append(escaped("%s, %s. Request %s, asked %s.".formatted(pack.council(), PlainTime.of(pack.released()), pack.request(), pack.asked()))).append("</p>");
        pack.parts().forEach(part -> part(part, html));
        html.append("<h2>What you should know</h2><ul>");
        pack.notes().forEach(note -> html.append("<li>").append(escaped(note)).append("</li>"));
        return html.append("</ul><p>").append(escaped("Ask us: " + pack.contact() + ".")).append("</p></body></html>").toString();
    }

    private static void part(Pack.Part part, StringBuilder html) {
        html.append("<h2>").append(escaped(part.title())).append("</h2>");
        if (part.lines().isEmpty()) {
            html.append("<p>Nothing.</p>");
            return;
        }
        html.append("<table><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Says</th><th scope=\"col\">Of</th><th scope=\"col\">From</th></tr></thead><tbody>");
        part.lines().forEach(line -> html.append("<tr>").append(cells(List.of(line.what(), line.says(), orNone(line.on()), orNone(line.source())))).append("</tr>"));
        html.append("</tbody></table>");
    }

    private static String cells(List<String> values) {
        StringBuilder cells = new StringBuilder();
        values.forEach(value -> cells.append("<td>").append(escaped(value)).append("</td>"));
        return cells.toString();
    }

    private static String orNone(String value) {
        return value == null ? "–" : value;
    }

    /** Letters that XML forbids are dropped; the rest stands for itself, as a number where it is special. */
    private static String escaped(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(letter -> letter >= 0x20 || letter == '\n' || letter == '\t').filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .filter(letter -> letter != 0xFFFE && letter != 0xFFFF).forEach(clean::appendCodePoint);
        return HtmlUtils.htmlEscapeDecimal(clean.toString());
    }
}
