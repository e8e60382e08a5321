package org.dermarium.testkit.sample.bad.third;

/** As many types as no package should have. */
record Third() {}

record B() {}

record C() {}

record D() {}

record E() {}

record F() {}

record G() {}

record H() {}

record I() {}

record J() {}

record K() {}

record L() {}

record M() {}
