package org.dermarium.ingest.publish;

import java.util.List;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.ingest.accession.PublicKeys;

/**
 * A publication whose public id is settled.
 *
 * @param id its place in the order of publication
 * @param fullKey of the stripped image in the private bucket
 */
record PendingPublication(
        long id, long accession, boolean isPublic, String isicId, String fullKey, String thumbnailKey) {

    /** Where its files are when it is public. */
    List<ObjectName> publicFiles() {
        return PublicKeys.files(isicId, fullKey);
    }
}
