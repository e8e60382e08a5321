/**
 * Files on their way into object storage: clients send parts straight to the storage by signed addresses and get a
 * signed value that stands for the file in later requests.
 */
@NullMarked
package org.dermarium.ingest.upload;

import org.jspecify.annotations.NullMarked;
