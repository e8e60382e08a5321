package org.dermarium.input.webflux;

import org.dermarium.web.WriteRefusal;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The door of a WebFlux service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class InputConfig {

    @Bean
    WriteRefusal writeRefusal(JsonMapper json) {
        return new WriteRefusal(json);
    }

    @Bean
    ParameterFilter parameterFilter(WriteRefusal write) {
        return new ParameterFilter(write);
    }

    @Bean
    WebFluxConfigurer strictBodies(JsonMapper json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().jacksonJsonDecoder(new JsonBodyDecoder(json));
            }
        };
    }
}
