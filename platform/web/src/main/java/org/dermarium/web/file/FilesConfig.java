package org.dermarium.web.file;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.dermarium.blobs.BlobStore;
import org.dermarium.grant.DerivedKeys;
import org.dermarium.grant.Grants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import reactor.core.scheduler.Schedulers;

/** Gives services that know object storage the private files in it. Made only where a service asks for it. */
@AutoConfiguration(afterName = "org.dermarium.blobs.s3.BlobsConfig")
@ConditionalOnClass(BlobStore.class)
public class FilesConfig {

    @Bean
    @Lazy
    Grants grants(@Value("${dermarium.secret}") String secret) {
        return new Grants(new DerivedKeys(secret), Clock.systemUTC());
    }

    @Bean
    @Lazy
    @ConditionalOnBean(BlobStore.class)
    ImageAddresses imageAddresses(BlobStore blobs, Grants grants, @Value("${dermarium.public-url}") String publicUrl) {
        return new ImageAddresses(blobs, grants, publicUrl, Clock.systemUTC());
    }

    /** Reads on virtual threads, held only while they wait for bytes. */
    @Bean
    @Lazy
    @ConditionalOnBean(BlobStore.class)
    SendFile sendFile(BlobStore blobs) {
        return new SendFile(
                blobs, Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "files"));
    }
}
