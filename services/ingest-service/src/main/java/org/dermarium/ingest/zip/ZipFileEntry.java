package org.dermarium.ingest.zip;

/**
 * A file of a ZIP that has passed all checks.
 *
 * @param name without folders
 * @param offset of its packed bytes in the ZIP
 * @param size unpacked, as counted
 * @param method as ZIP numbers them
 */
record ZipFileEntry(String name, long offset, long packed, long size, int method) {}
