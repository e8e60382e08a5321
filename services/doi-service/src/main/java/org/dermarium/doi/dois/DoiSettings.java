package org.dermarium.doi.dois;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param prefix under which the registrar lets us make DOIs */
@ConfigurationProperties("dermarium.doi")
public record DoiSettings(@DefaultValue("10.5072") String prefix) {}
