package org.dermarium.web;

import java.time.Clock;
import org.dermarium.blobs.BlobStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Gives services that know object storage the addresses of files in it. */
@AutoConfiguration(afterName = "org.dermarium.blobs.BlobsConfig")
@ConditionalOnClass(BlobStore.class)
public class FileUrlsConfig {

    @Bean
    @ConditionalOnBean(BlobStore.class)
    FileUrls fileUrls(BlobStore blobs) {
        return new BlobFileUrls(blobs, Clock.systemUTC());
    }
}
