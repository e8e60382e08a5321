/**
 * What tests share: waits, a clock, events that read as prose, the contract of read models, and the rules every service's
 * code keeps. Real servers and generated files stand below.
 */
@NullMarked
package org.dermarium.testkit;

import org.jspecify.annotations.NullMarked;
