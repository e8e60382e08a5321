package org.dermarium.ingest;

import org.dermarium.testkit.ServiceArchitecture;

class ArchitectureTests extends ServiceArchitecture {}
