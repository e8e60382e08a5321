package org.dermarium.doi.release.pack;

import org.dermarium.archive.DescribedImage;
import org.dermarium.events.StoredObject;

/** An image of a release as it was when the release was gathered. */
public record Member(DescribedImage image, StoredObject full) {}
