package org.dermarium.web.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers GET and HEAD with bytes of a known length: all of them, or one range that was asked for (RFC 9110, section 14).
 * Several ranges or nonsense get all.
 */
public final class RangedAnswer {

    private RangedAnswer() {}

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Bytes {

        /**
         * Read as fast as they are taken.
         *
         * @param from the first one, from 0
         * @param length how many
         */
        Flux<DataBuffer> read(long from, long length);
    }

    /**
     * Sends them, with the headers that are set already.
     *
     * @param size of all, in bytes
     * @param tag names these very bytes, in quotation marks
     */
    public static Mono<Void> send(ServerWebExchange exchange, long size, String tag, Bytes bytes) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setETag(tag);
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        long from = 0;
        long to = size - 1;
        @Nullable HttpRange range = range(request, tag);
        if (range != null) {
            from = range.getRangeStart(size);
            to = range.getRangeEnd(size);
            if (from > to) {
                return unsatisfiable(response, size);
            }
            response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + size);
        }
        headers.setContentLength(to - from + 1);
        return request.getMethod() == HttpMethod.HEAD
                ? response.setComplete()
                : response.writeWith(bytes.read(from, to - from + 1));
    }

    /** Null for all: nothing, several or nonsense was asked, or other bytes than these were begun. */
    private static @Nullable HttpRange range(ServerHttpRequest request, String tag) {
        String header = request.getHeaders().getFirst(HttpHeaders.RANGE);
        String begun = request.getHeaders().getFirst(HttpHeaders.IF_RANGE);
        if (header == null || begun != null && !begun.equals(tag)) {
            return null;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private static Mono<Void> unsatisfiable(ServerHttpResponse response, long size) {
        response.setStatusCode(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        response.getHeaders().remove(HttpHeaders.CONTENT_DISPOSITION);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        return response.setComplete();
    }
}
