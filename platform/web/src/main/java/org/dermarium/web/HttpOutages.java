package org.dermarium.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.dermarium.blobs.BlobsUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a client is told while the database or the object storage is away: nothing is wrong with the request, come back. */
@AutoConfiguration
@ConditionalOnClass({BlobsUnavailable.class, TransactionException.class})
@Hidden
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class HttpOutages {

    private static final Logger log = LoggerFactory.getLogger(HttpOutages.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Object> storageAway(BlobsUnavailable away) {
        return comeBack(away, away.retryAfter());
    }

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception away) {
        return comeBack(away, PAUSE);
    }

    /** Two did at one moment what only one can do; the other may look and try again. */
    @ExceptionHandler
    ResponseEntity<Object> somebodyWasFaster(DataIntegrityViolationException broken) {
        log.warn("Not changed: {}", broken.toString());
        var refusal = Refusal.conflict("Somebody else changed this at the same moment.");
        return ResponseEntity.status(refusal.status()).body(refusal.body());
    }

    private static ResponseEntity<Object> comeBack(Exception away, Duration after) {
        log.warn("Not answered: {}", away.toString());
        var refusal = Refusal.unavailable(after);
        return ResponseEntity.status(refusal.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())))
                .contentType(MediaType.APPLICATION_JSON)
                .body(refusal.body());
    }
}
