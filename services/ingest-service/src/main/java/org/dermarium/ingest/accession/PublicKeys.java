package org.dermarium.ingest.accession;

/** Names of files in the public bucket; clients take the file's extension from them. */
public final class PublicKeys {

    private PublicKeys() {}

    /** @param privateKey whose extension the public one gets */
    public static String full(String isicId, String privateKey) {
        return "images/" + isicId + privateKey.substring(privateKey.lastIndexOf('.'));
    }

    public static String thumbnail(String isicId) {
        return "thumbnails/" + isicId + "_thumbnail.jpg";
    }
}
