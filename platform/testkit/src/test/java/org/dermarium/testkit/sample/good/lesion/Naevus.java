package org.dermarium.testkit.sample.good.lesion;

record Naevus(String id) {}
