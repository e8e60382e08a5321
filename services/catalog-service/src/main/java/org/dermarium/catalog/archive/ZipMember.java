package org.dermarium.catalog.archive;

/**
 * One file of an archive.
 *
 * @param path within the archive
 */
record ZipMember(String path, long crc32, Segment content) {

    byte[] local() {
        return ZipFormat.local(path, content.size(), crc32);
    }

    /** @param offset of the local header from the archive's start */
    byte[] central(long offset) {
        return ZipFormat.central(path, content.size(), crc32, offset);
    }

    long sizeWithHeader() {
        return local().length + content.size();
    }
}
