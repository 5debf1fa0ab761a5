package org.earlyhelp.hub.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.intake.layout.LayoutVersions;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingComparison;
import org.earlyhelp.hub.mapping.MappingPreview;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.MappingTrial;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tries a file out: what was sent left, what the hub would take right, what is wrong, and what a waiting form would do otherwise
 * than the one in force. Nothing of the file is kept.
 */
@Controller
class TryOutPage {
    /** A larger file is not tried: its first part says as much. */
    static final long FILE_LIMIT_BYTES = 2_000_000;
    private static final int VERSIONS_SHOWN = 20;
    private final MappingBook book;
    private final LayoutVersions versions;
    private final HubSettings settings;
    private final HubClock clock;

    TryOutPage(MappingBook book, LayoutVersions versions, HubSettings settings, HubClock clock) {
        this.book = book;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A form of the layout in words. */
    record Form(int number, String ref, String standing) {
        static Form of(LayoutVersion version) {
            String standing = version.isProposal() ? "waits since " + PlainTime.of(version.seenAt()) : version.removed() ? "taken away on " + PlainTime.of(version.activatedAt())
                    : "in force from " + PlainTime.of(version.activatedAt()) + (version.proposedBy() == null ? "" : ", by " + version.proposedBy() + " and " + version.activatedBy());
            return new Form(version.number(), version.ref(), standing);
        }
    }

    @GetMapping("/mappings/{id:[a-z][a-z0-9-]{0,60}}")
    String layout(@PathVariable String id, Model model) {
        return show(id, model);
    }

    /** {@code form} is "waiting" to try the proposal; {@code sender} may be blank; without a file the layout's own sample is tried. */
    @PostMapping("/mappings/{id:[a-z][a-z0-9-]{0,60}}/try")
    String tryOut(@PathVariable String id, @RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "live") String form,
                  @RequestParam(defaultValue = "") String sender, Model model, HttpServletResponse response) throws IOException {
        Optional<Mapping> inForce = book.find(id);
        Optional<Mapping> waiting = waiting(id).flatMap(version -> versions.layout(version.number()));
        Optional<Mapping> chosen = (form.equals("waiting") ? waiting : inForce).map(mapping -> mapping.forSender(sender));
        byte[] content = file == null || file.isEmpty() ? chosen.flatMap(this::sample).orElse(new byte[0]) : file.getBytes();
        if (chosen.isEmpty() || content.length == 0 || content.length > FILE_LIMIT_BYTES) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("fault", chosen.isEmpty() ? "There is no such form of the layout" : content.length == 0 ? "Choose a file: this layout has no sample of its own"
                    : "The file is larger than " + FILE_LIMIT_BYTES / 1_000_000 + " MB: try its first part");
            return show(id, model);
        }
        MappingTime time = MappingTime.of(clock);
        MappingTrial trial = MappingTrial.of(chosen.get(), content, time);
        model.addAttribute("trial", trial);
        model.addAttribute("tried", chosen.get().reference() + (form.equals("waiting") ? ", the form that waits" : ", the form in force"));
        model.addAttribute("rows", trial.fileRefused() && trial.records() == 0 ? List.of() : MappingPreview.of(chosen.get(), content, time).rows());
        if (form.equals("waiting") && inForce.isPresent()) {
            model.addAttribute("comparison", MappingComparison.of(inForce.get().forSender(sender), chosen.get(), content, time));
        }
        return show(id, model);
    }

    private Optional<byte[]> sample(Mapping mapping) {
        return MappingSample.read(settings.configDir().resolve("mappings"), mapping).or(() -> MappingSample.madeUp(mapping)).map(MappingSample::content);
    }

    private Optional<LayoutVersion> waiting(String id) {
        return versions.proposals().stream().filter(version -> version.mapping().equals(id) && !version.removed()).findFirst();
    }

    private String show(String id, Model model) {
        List<LayoutVersion> forms = versions.newest(id, VERSIONS_SHOWN);
        Optional<Mapping> mapping = book.find(id);
        if (mapping.isEmpty() && forms.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<LayoutVersion> waiting = waiting(id);
        model.addAttribute("id", id);
        model.addAttribute("title", mapping.map(Mapping::title).orElse(id));
        model.addAttribute("inForce", mapping.map(Mapping::reference).orElse(null));
        model.addAttribute("senders", mapping.map(Mapping::senders).orElse(Set.of()));
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("difference", waiting.map(version -> versions.difference(version.number())).orElse(List.of()));
        model.addAttribute("forms", forms.stream().map(Form::of).toList());
        model.addAttribute("rowsLimit", MappingPreview.ROWS_LIMIT);
        return "web/layout";
    }
}
