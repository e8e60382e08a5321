package org.dermarium.pages;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service its {@link Pages}. */
@AutoConfiguration
public class PagesConfig {

    @Bean
    Pages renderedPages() {
        return Pages.onClasspath();
    }
}
