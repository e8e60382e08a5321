package org.dermarium.doi.dataset;

import java.time.Clock;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files of data sets are, for all who show them. */
@Configuration
class FilesConfig {

    @Bean
    FileAddresses fileAddresses(BlobStore blobs, S3Settings settings, ObjectProvider<Clock> clock) {
        return new FileAddresses(blobs, settings.privateBucket(), clock.getIfAvailable(Clock::systemUTC));
    }
}
