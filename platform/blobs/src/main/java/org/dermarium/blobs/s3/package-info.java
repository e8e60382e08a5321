/** The adapter to S3, through the MinIO client. */
@NullMarked
package org.dermarium.blobs.s3;

import org.jspecify.annotations.NullMarked;
