package org.dermarium.upload;

/**
 * A file that lies whole in the private bucket.
 *
 * @param key of the object
 * @param name as its owner calls it, without folders
 * @param size in bytes
 */
public record UploadedFile(String key, String name, long size) {}
