package org.dermarium.ingest.accession;

import java.util.List;
import org.dermarium.blobs.ledger.ObjectName;

/** Names of files in the public bucket; clients take the file's extension from them. */
public final class PublicKeys {

    private PublicKeys() {}

    /** @param privateKey whose extension the public one gets */
    public static String full(String isicId, String privateKey) {
        return "images/" + isicId + privateKey.substring(privateKey.lastIndexOf('.'));
    }

    /** Both, as the ledger knows them. */
    public static List<ObjectName> files(String isicId, String privateKey) {
        return List.of(ObjectName.inPublic(full(isicId, privateKey)), ObjectName.inPublic(thumbnail(isicId)));
    }

    public static String thumbnail(String isicId) {
        return "thumbnails/" + isicId + "_thumbnail.jpg";
    }
}
