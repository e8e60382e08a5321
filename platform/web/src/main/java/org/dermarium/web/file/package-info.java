/**
 * Private files: addresses that say as whom they are fetched, and the bytes. Who may have a file is decided by its service,
 * at each fetch.
 */
@NullMarked
package org.dermarium.web.file;

import org.jspecify.annotations.NullMarked;
