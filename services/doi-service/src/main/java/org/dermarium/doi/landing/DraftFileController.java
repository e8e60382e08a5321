package org.dermarium.doi.landing;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.FileAddresses;
import org.dermarium.doi.dois.DataSets;
import org.dermarium.events.StoredObject;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.SendFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Files of drafts, for those who may see the draft at that moment; once it is published, the way to the frozen file. */
@Hidden
@RestController
class DraftFileController {

    /** Told of frozen files only; nothing here packs an archive. */
    private static final long UNKNOWN_CRC = 0;

    private final DataSets dataSets;
    private final FileAddresses addresses;
    private final SendFile sendFile;
    private final String privateBucket;

    DraftFileController(DataSets dataSets, FileAddresses addresses, SendFile sendFile, S3Settings storage) {
        this.dataSets = dataSets;
        this.addresses = addresses;
        this.sendFile = sendFile;
        this.privateBucket = storage.privateBucket();
    }

    @GetMapping("/doi/{prefix:10\\.\\d+}/{suffix}/files/{sha256}")
    Mono<Void> file(
            Caller caller,
            @PathVariable String prefix,
            @PathVariable String suffix,
            @PathVariable String sha256,
            ServerWebExchange exchange) {
        return dataSets.visible(caller, prefix + "/" + suffix)
                .flatMap(dataSet -> dataSet.files().stream()
                        .filter(file -> file.sha256().equals(sha256))
                        .findFirst()
                        .map(file -> send(exchange, dataSet, file, () -> dataSets.visible(caller, dataSet.doi())))
                        .orElseGet(() -> Mono.error(Refusal.notFound())));
    }

    private Mono<Void> send(ServerWebExchange exchange, DataSet dataSet, DataFile file, Supplier<Mono<DataSet>> right) {
        var response = exchange.getResponse();
        if (dataSet.isPublished()) {
            response.setStatusCode(HttpStatus.FOUND);
            response.getHeaders().setLocation(addresses.of(dataSet, file));
            response.getHeaders().setCacheControl(CacheControl.noStore());
            return response.setComplete();
        }
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build());
        return sendFile.send(
                exchange,
                new StoredObject(
                        privateBucket, file.key(), file.size(), file.sha256(), UNKNOWN_CRC, file.contentType()),
                right);
    }
}
