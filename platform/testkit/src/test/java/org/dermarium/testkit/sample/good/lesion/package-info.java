@org.jspecify.annotations.NullMarked
package org.dermarium.testkit.sample.good.lesion;
