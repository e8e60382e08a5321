/**
 * What every HTTP service of the archive has in common: who calls, how lists are paged, how refusals look, and the JSON
 * form of an image.
 */
@NullMarked
package org.dermarium.web;

import org.jspecify.annotations.NullMarked;
