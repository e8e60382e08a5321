/**
 * What tests share: real servers started once and isolated by name, generated photographs that look like lesions,
 * malicious files, events that read as prose, tokens, and the rules every service's code keeps.
 */
@NullMarked
package org.dermarium.testkit;

import org.jspecify.annotations.NullMarked;
