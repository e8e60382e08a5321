package org.dermarium.ingest;

import java.time.Duration;
import java.util.Map;
import org.dermarium.blobs.BlobsUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What storage and database answer in the way of others, told so that the caller knows whether to come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpOutages {

    private static final Duration SOON = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Object> storageAway(BlobsUnavailable e) {
        return comeAgain(e.retryAfter());
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> databaseAway() {
        return comeAgain(SOON);
    }

    /** Two did at one moment what only one can do; the other may look and try again. */
    @ExceptionHandler
    ResponseEntity<Object> somebodyWasFaster(DataIntegrityViolationException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Map.of("error", "Somebody else changed this at the same moment."));
    }

    private static ResponseEntity<Object> comeAgain(Duration after) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())))
                .body(Map.of("detail", "Service Unavailable"));
    }
}
