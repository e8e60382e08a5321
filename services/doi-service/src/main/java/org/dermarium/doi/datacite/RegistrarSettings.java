package org.dermarium.doi.datacite;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the registrar is reached.
 *
 * @param url of DataCite's REST API, without {@code /dois}
 * @param user the repository's account
 * @param timeout of one call, answer included
 * @param burst calls that may follow each other at once
 * @param perSecond calls that may go on for ever; DataCite asks for no more than 1.5
 */
@ConfigurationProperties("dermarium.registrar")
public record RegistrarSettings(
        URI url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("10") int burst,
        @DefaultValue("1.5") double perSecond) {}
