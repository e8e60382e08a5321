package org.dermarium.upload;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Made only where a service asks for it: the others need no secret. */
@AutoConfiguration
public class UploadConfig {

    @Bean
    @Lazy
    UploadSigner uploadSigner(@Value("${dermarium.secret}") String secret) {
        return new UploadSigner(secret);
    }

    @Bean
    @Lazy
    UploadedFiles uploadedFiles(UploadSigner signer) {
        return new UploadedFiles(signer, Clock.systemUTC());
    }
}
