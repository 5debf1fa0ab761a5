package org.earlyhelp.hub.web.rights.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.rights.access.AccessDesk;
import org.earlyhelp.hub.rights.access.Pack;
import org.earlyhelp.hub.rights.access.PackJson;
import org.earlyhelp.hub.rights.access.PackPdf;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** An access pack as it was released, as a file to give away. */
@Controller
class PackFiles {
    private final RequestRegister register;
    private final AccessDesk access;
    private final DisclosureDesk desk;

    PackFiles(RequestRegister register, AccessDesk access, DisclosureDesk desk) {
        this.register = register;
        this.access = access;
        this.desk = desk;
    }

    @GetMapping("/rights/{ref:RR-[0-9A-Z]{6}}/pack.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String ref, Authentication who) {
        return file(ref, "pdf", MediaType.APPLICATION_PDF, PackPdf.bytes(pack(ref, "pdf", who)));
    }

    @GetMapping("/rights/{ref:RR-[0-9A-Z]{6}}/pack.json")
    ResponseEntity<byte[]> json(@PathVariable String ref, Authentication who) {
        return file(ref, "json", MediaType.APPLICATION_JSON, PackJson.text(pack(ref, "json", who)).getBytes(StandardCharsets.UTF_8));
    }

    /** The pack went through the desk when it was released; taking it out again is an act of its own, told before the file is made. */
    private Pack pack(String ref, String form, Authentication who) {
        RightsRequest request = find(ref);
        Pack pack = access.pack(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.note(List.of(new Act(ActKind.EXPORTED, request.person(), Recipient.subject(ref, Viewer.of(who).account()), Purpose.RIGHTS, null, Set.of(), Set.of(),
                Map.of("request", ref, "form", form))));
        return pack;
    }

    private static ResponseEntity<byte[]> file(String ref, String form, MediaType type, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ref + "." + form + "\"").body(bytes);
    }

    private RightsRequest find(String ref) {
        return register.find(ref).filter(request -> request.kind() == RequestKind.ACCESS && request.person() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
