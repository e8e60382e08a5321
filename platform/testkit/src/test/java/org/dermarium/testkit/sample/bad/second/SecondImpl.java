package org.dermarium.testkit.sample.bad.second;

import org.dermarium.testkit.sample.bad.first.First;
import org.dermarium.testkit.sample.bad.first.web.FirstRoutes;

public record SecondImpl(First first, FirstRoutes routes) implements Seconds {}
