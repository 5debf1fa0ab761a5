package org.earlyhelp.hub.web.papers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earlyhelp.hub.sharing.Agreement;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The papers: which there are, each to read and print, and each as Markdown to work on. */
@Controller
class PaperPages {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private final PaperSources sources;
    private final UnusedClasses unused;
    private final AuditPack audit;

    PaperPages(PaperSources sources, UnusedClasses unused, AuditPack audit) {
        this.sources = sources;
        this.unused = unused;
        this.audit = audit;
    }

    @GetMapping("/papers")
    String papers(Model model) {
        model.addAttribute("kinds", PaperKind.values());
        model.addAttribute("agreements", sources.agreements());
        model.addAttribute("today", sources.clock().today());
        return "web/papers";
    }

    @GetMapping("/papers/{kind}")
    String paper(@PathVariable String kind, @RequestParam(required = false) String agency, @RequestParam(required = false) String from,
                 @RequestParam(required = false) String to, Model model) {
        model.addAttribute("paper", paper(kind, agency, from, to));
        model.addAttribute("gap", Paper.GAP);
        model.addAttribute("kind", kind);
        model.addAttribute("agency", agency);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "web/paper";
    }

    @GetMapping("/papers/{kind}.md")
    ResponseEntity<String> markdown(@PathVariable String kind, @RequestParam(required = false) String agency, @RequestParam(required = false) String from,
                                    @RequestParam(required = false) String to) {
        String name = (agency == null ? kind : kind + "-" + agency) + ".md";
        String text = PaperMarkdown.of(paper(kind, agency, from, to));
        return ResponseEntity.ok().contentType(MARKDOWN)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(text);
    }

    private Paper paper(String kind, String agency, String from, String to) {
        return switch (PaperKind.at(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no paper of that name"))) {
            case PROCESSING -> ProcessingRecord.of(sources);
            case TRANSPARENCY -> TransparencyRecord.of(sources);
            case ASSESSMENT -> ImpactAssessment.of(sources);
            case POLICY -> PolicyDocument.of(sources);
            case NOTICE -> PrivacyNotice.of(sources, agreementOf(agency));
            case UNUSED -> unused.paper();
            case AUDIT -> audit.paper(AuditPeriod.of(from, to, sources.clock().today()));
        };
    }

    private Agreement agreementOf(String agency) {
        return agency == null ? firstOf(sources.agreements()) : sources.agreementOf(agency)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no agreement with that agency"));
    }

    private static Agreement firstOf(List<Agreement> agreements) {
        return agreements.stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no agreement has been read"));
    }
}
