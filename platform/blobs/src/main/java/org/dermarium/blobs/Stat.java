package org.dermarium.blobs;

/** @param size in bytes */
public record Stat(long size, String contentType) {}
