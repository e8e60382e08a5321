package org.dermarium.doi.dataset;

import java.net.URI;
import org.dermarium.blobs.BlobStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files of data sets are, for all who show them. */
@Configuration
class FilesConfig {

    @Bean
    FileAddresses fileAddresses(BlobStore blobs, @Value("${dermarium.public-url}") URI publicUrl) {
        return new FileAddresses(blobs, publicUrl);
    }
}
