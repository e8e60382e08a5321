/**
 * Pages that a server renders: the one frame around them (template {@code pages/frame}), their look (served below
 * {@code /pages/}), and {@link org.dermarium.pages.Pages} for services that write their answers themselves.
 */
@NullMarked
package org.dermarium.pages;

import org.jspecify.annotations.NullMarked;
