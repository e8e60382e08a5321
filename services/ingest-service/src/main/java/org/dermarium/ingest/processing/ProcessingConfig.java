package org.dermarium.ingest.processing;

import org.dermarium.ingest.image.PixelLimit;
import org.dermarium.ingest.image.PrepareImage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessingConfig {

    @Bean
    PrepareImage prepareImage(ProcessingSettings settings) {
        return new PrepareImage(new PixelLimit(settings.maxPixels()), settings.pixelsMemory());
    }
}
