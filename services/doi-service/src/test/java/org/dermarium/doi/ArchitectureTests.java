package org.dermarium.doi;

import org.dermarium.testkit.ServiceArchitecture;

class ArchitectureTests extends ServiceArchitecture {}
