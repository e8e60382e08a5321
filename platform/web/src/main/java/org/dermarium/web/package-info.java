/**
 * What every HTTP service of the archive has in common: how refusals look, and how the arguments of controllers come
 * about.
 */
@NullMarked
package org.dermarium.web;

import org.jspecify.annotations.NullMarked;
