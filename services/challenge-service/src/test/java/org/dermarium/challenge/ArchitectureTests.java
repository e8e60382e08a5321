package org.dermarium.challenge;

import org.dermarium.testkit.ServiceArchitecture;

class ArchitectureTests extends ServiceArchitecture {}
