package org.dermarium.ingest.zip;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a ZIP may be.
 *
 * @param entries at most
 * @param file each file, unpacked; one that is too large for a picture is skipped later, alone
 * @param total of all files, unpacked
 * @param ratio of unpacked to packed size that no picture has
 */
@ConfigurationProperties("dermarium.ingest.zip")
record ZipSettings(
        @DefaultValue("100000") int entries,
        @DefaultValue("1GB") DataSize file,
        @DefaultValue("40GB") DataSize total,
        @DefaultValue("100") int ratio) {}
