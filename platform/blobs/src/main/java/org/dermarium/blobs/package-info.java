/**
 * Bytes in object storage: the port {@link org.dermarium.blobs.BlobStore}, whose one adapter is S3. Everything streams,
 * every write is hashed in the same pass, and a storage that is away is told apart from an object that is not there.
 */
@NullMarked
package org.dermarium.blobs;

import org.jspecify.annotations.NullMarked;
