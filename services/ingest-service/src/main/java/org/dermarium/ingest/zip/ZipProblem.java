package org.dermarium.ingest.zip;

/**
 * Why a ZIP is refused.
 *
 * @param entry the file at fault as the ZIP names it, control characters replaced
 */
record ZipProblem(String entry, String reason) {}
