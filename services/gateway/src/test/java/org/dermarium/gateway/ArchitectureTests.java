package org.dermarium.gateway;

import org.dermarium.testkit.ServiceArchitecture;

class ArchitectureTests extends ServiceArchitecture {}
