package org.dermarium.apidocs.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.SignedIn;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.PageRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;

/** Makes the OpenAPI document of a service say what callers, pages, fields and refusals mean here. */
@AutoConfiguration
@ConditionalOnClass(OpenApiCustomizer.class)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
public class ApiDocsConfig {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Caller.Member.class, PageRequest.class)
                .addAnnotationsToIgnore(SignedIn.class, Staff.class);
    }

    /** The document's mapper is another one than that of the wire, and must be told. */
    @Bean
    RecordSchemas recordSchemas(
            ObjectMapperProvider documents, @Value("${spring.jackson.property-naming-strategy:}") String naming) {
        ObjectMapper words = documents.jsonMapper().copy();
        if (naming.equals("SNAKE_CASE")) {
            words.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
        return new RecordSchemas(words);
    }

    /** Before anybody reads them. */
    @Bean
    static BeanPostProcessor jsonUnlessSaid() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringDocConfigProperties properties) {
                    properties.setDefaultProducesMediaType(MediaType.APPLICATION_JSON_VALUE);
                }
                return bean;
            }
        };
    }

    @Bean
    OperationCustomizer describedOperations() {
        return new DescribedOperations();
    }

    @Bean
    OpenApiCustomizer wholeDocument(RecordSchemas records) {
        return document -> {
            SharedDescriptions.addTo(document);
            nameParametersOnce(document);
            new RecordShapes(document, records).apply();
            OperationNames.addTo(document);
            Examples.addTo(document);
        };
    }

    /** An operation may have several methods, one for each media type, that are read in any order. */
    private static void nameParametersOnce(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation.setParameters(operation.getParameters().stream()
                        .distinct()
                        .sorted(Comparator.comparing(parameter -> parameter.get$ref() != null))
                        .collect(Collectors.toList())));
    }
}
