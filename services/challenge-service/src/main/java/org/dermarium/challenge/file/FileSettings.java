package org.dermarium.challenge.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large files may be.
 *
 * @param body of a table sent as the body of a request
 * @param table of a table uploaded to object storage
 * @param manuscript of a PDF
 */
@ConfigurationProperties("dermarium.files")
public record FileSettings(
        @DefaultValue("8MB") DataSize body,
        @DefaultValue("128MB") DataSize table,
        @DefaultValue("32MB") DataSize manuscript) {}
