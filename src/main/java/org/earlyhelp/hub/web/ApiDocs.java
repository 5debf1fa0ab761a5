package org.earlyhelp.hub.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI description, as it lies in {@code src/docs/openapi.yaml}. */
@RestController
class ApiDocs {
    private static final MediaType OPENAPI = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    @GetMapping("/api-docs")
    ResponseEntity<Resource> openApi() {
        return ResponseEntity.ok().contentType(OPENAPI).body(new ClassPathResource("docs/openapi.yaml"));
    }
}
