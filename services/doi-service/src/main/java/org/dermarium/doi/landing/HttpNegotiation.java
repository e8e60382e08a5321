package org.dermarium.doi.landing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which format a request asks for (RFC 9110, 12.5.1). */
final class HttpNegotiation {

    /** How much somebody wants a format, and whether by its name or only by a wildcard. */
    private record Wish(Format format, double quality, int precision) {}

    private HttpNegotiation() {}

    /** Empty when none of ours is wanted. */
    static Optional<Format> format(ServerHttpRequest request) {
        String word = request.getQueryParams().getFirst("format");
        return word == null ? accepted(request) : Format.find(word);
    }

    private static Optional<Format> accepted(ServerHttpRequest request) {
        try {
            List<MediaType> ranges = request.getHeaders().getAccept();
            return ranges.isEmpty() ? Optional.of(Format.HTML) : best(ranges);
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Format> best(List<MediaType> ranges) {
        return List.of(Format.values()).stream()
                .flatMap(format -> wish(format, ranges).stream())
                .filter(wish -> wish.quality() > 0)
                .max(Comparator.comparingDouble(Wish::quality)
                        .thenComparingInt(Wish::precision)
                        .thenComparing(Wish::format, Comparator.reverseOrder()))
                .map(Wish::format);
    }

    /** The most precise range that includes the format decides, even when it says no. */
    private static Optional<Wish> wish(Format format, List<MediaType> ranges) {
        return format.types().stream()
                .map(MediaType::valueOf)
                .flatMap(type -> ranges.stream()
                        .filter(range -> range.includes(type))
                        .map(range -> new Wish(format, range.getQualityValue(), precision(range))))
                .max(Comparator.comparingInt(Wish::precision).thenComparingDouble(Wish::quality));
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }
}
