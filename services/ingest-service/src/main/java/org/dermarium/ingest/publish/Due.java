package org.dermarium.ingest.publish;

/**
 * A publication whose public id is settled.
 *
 * @param id its place in the order of publication
 * @param fullKey of the stripped image in the private bucket
 */
record Due(long id, long accession, boolean isPublic, String isicId, String fullKey, String thumbnailKey) {}
