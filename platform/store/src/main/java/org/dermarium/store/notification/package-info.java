/** What the database tells every instance of a service, heard on one connection. */
@NullMarked
package org.dermarium.store.notification;

import org.jspecify.annotations.NullMarked;
