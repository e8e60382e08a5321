/**
 * Bytes in object storage: the port {@link org.dermarium.blobs.BlobStore} and its one adapter, S3 through the MinIO
 * client. Everything streams, every write is hashed in the same pass, and a storage that is away is told apart from an
 * object that is not there.
 */
@NullMarked
package org.dermarium.blobs;

import org.jspecify.annotations.NullMarked;
