/**
 * Files that clients sent straight to object storage: the signed value that ingest's upload protocol gives out, which every
 * service can redeem for the file it stands for.
 */
@NullMarked
package org.dermarium.upload;

import org.jspecify.annotations.NullMarked;
