package org.dermarium.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;

/** Makes the OpenAPI document of a service say what callers, pages and refusals mean here. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    static {
        // A map of all parameters says nothing of them: who takes one describes each by an annotation.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class, MultiValueMap.class);
    }

    /** The document's mapper is another one than that of the wire, and must be told. */
    @Bean
    @ConditionalOnProperty(name = "spring.jackson.property-naming-strategy", havingValue = "SNAKE_CASE")
    ModelResolver wordsOfTheWire(ObjectMapperProvider documents) {
        ObjectMapper snakeCase =
                documents.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(snakeCase).openapi31(documents.isOpenapi31());
    }

    @Bean
    OperationCustomizer describedOperations() {
        return new DescribedOperations();
    }

    @Bean
    OpenApiCustomizer sharedDescriptions() {
        return SharedDescriptions::addTo;
    }
}
