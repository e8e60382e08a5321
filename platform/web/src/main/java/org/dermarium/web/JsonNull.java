package org.dermarium.web;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** The answer of routes on which existing clients read a JSON null. */
public final class JsonNull {

    private static final JsonNull NULL = new JsonNull();

    private JsonNull() {}

    /** 200 with null, when this is done. */
    public static Mono<ResponseEntity<JsonNull>> after(Mono<?> done) {
        return done.then(Mono.fromSupplier(() ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(NULL)));
    }

    @JsonValue
    @Nullable
    Object value() {
        return null;
    }
}
