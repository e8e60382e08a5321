package org.dermarium.doi.dataset;

import java.net.URI;
import org.dermarium.blobs.BlobStore;

/**
 * Where the files of a data set are fetched: plain addresses once it is published, and before that below its page, where
 * each fetch asks who may see the draft.
 */
public class FileAddresses {

    private final BlobStore blobs;
    private final URI publicUrl;

    public FileAddresses(BlobStore blobs, URI publicUrl) {
        this.blobs = blobs;
        this.publicUrl = publicUrl;
    }

    public URI of(DataSet dataSet, DataSet.DataFile file) {
        return dataSet.isPublished()
                ? blobs.publicUrl(file.key())
                : publicUrl.resolve(dataSet.path() + "files/" + file.sha256());
    }
}
