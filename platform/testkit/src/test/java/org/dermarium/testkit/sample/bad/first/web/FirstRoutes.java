package org.dermarium.testkit.sample.bad.first.web;

public record FirstRoutes() {}
