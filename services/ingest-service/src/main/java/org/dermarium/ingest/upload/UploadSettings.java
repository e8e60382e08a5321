package org.dermarium.ingest.upload;

import org.dermarium.upload.UploadField;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large an uploaded file may be, and how much one user may have begun and not registered.
 *
 * @param begun uploads at one time
 * @param begunBytes of them together, as announced
 */
@ConfigurationProperties("dermarium.ingest.upload")
public record UploadSettings(
        @DefaultValue("20GB") DataSize image,
        @DefaultValue("20GB") DataSize zip,
        @DefaultValue("64MB") DataSize metadata,
        @DefaultValue("1GB") DataSize supplement,
        @DefaultValue("256MB") DataSize truth,
        @DefaultValue("64MB") DataSize manuscript,
        @DefaultValue("256MB") DataSize predictions,
        @DefaultValue("1000") int begun,
        @DefaultValue("100GB") DataSize begunBytes) {

    /** In bytes. */
    public long limit(UploadField field) {
        return switch (field) {
            case IMAGE -> image.toBytes();
            case ZIP -> zip.toBytes();
            case METADATA -> metadata.toBytes();
            case SUPPLEMENT -> supplement.toBytes();
            case TRUTH -> truth.toBytes();
            case MANUSCRIPT -> manuscript.toBytes();
            case PREDICTIONS -> predictions.toBytes();
        };
    }
}
