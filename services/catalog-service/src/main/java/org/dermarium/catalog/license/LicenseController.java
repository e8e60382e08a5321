package org.dermarium.catalog.license;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.dermarium.apidocs.Sends;
import org.dermarium.dictionary.License;
import org.dermarium.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Legal code as text, whatever the client says it accepts: existing ones ask for JSON here. */
@RestController
class LicenseController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    @GetMapping("/api/v2/zip-download/license-file/{license}/")
    @Operation(operationId = "getLicenseText", summary = "Legal code of a licence")
    @Sends("text/plain")
    ResponseEntity<String> license(@PathVariable String license) {
        String text = License.named(license).orElseThrow(Refusal::notFound).text();
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }
}
