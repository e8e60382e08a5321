package org.dermarium.catalog;

import java.time.Duration;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.web.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a client is told while the database or the object storage is away: nothing is wrong with the request, come back. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpOutages {

    private static final Logger log = LoggerFactory.getLogger(HttpOutages.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Object> storageAway(BlobsUnavailable away) {
        return comeBack(away, away.retryAfter());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception away) {
        return comeBack(away, PAUSE);
    }

    private static ResponseEntity<Object> comeBack(Exception away, Duration after) {
        log.warn("Not answered: {}", away.toString());
        var refusal = new Unavailable(after);
        return ResponseEntity.status(refusal.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())))
                .contentType(MediaType.APPLICATION_JSON)
                .body(refusal.body());
    }
}
