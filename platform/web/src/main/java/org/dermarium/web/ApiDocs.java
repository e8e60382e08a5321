package org.dermarium.web;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
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

    @Bean
    OperationCustomizer describedOperations() {
        return new DescribedOperations();
    }

    @Bean
    OpenApiCustomizer sharedDescriptions() {
        return SharedDescriptions::addTo;
    }
}
