/** Dermarium's own services as processes: unpacked jars, environment, and the caches that make their start short. */
@NullMarked
package org.dermarium.embedded.service;

import org.jspecify.annotations.NullMarked;
