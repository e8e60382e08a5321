package org.dermarium.seed.load;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One image to be loaded.
 *
 * @param bytes painted or read when it is needed
 * @param metadata column to cell of the metadata CSV, without the file name
 */
public record Picture(String fileName, Supplier<byte[]> bytes, Map<String, String> metadata) {}
