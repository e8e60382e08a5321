package org.dermarium.identity;

import org.dermarium.testkit.ServiceArchitecture;

class ArchitectureTests extends ServiceArchitecture {}
