package org.dermarium.doi.datacite;

import java.util.Optional;
import org.dermarium.doi.dataset.DataSet;

/**
 * Who makes DOIs resolve. Every adapter passes {@code RegistrarContract}. All calls block for some seconds at most, and
 * all may be repeated: a call whose answer was lost is simply made again.
 */
public interface Registrar {

    /** Makes the DOI findable with this metadata, or brings it up to date. */
    void publish(DataSet dataSet) throws RegistrarAway, RegistrarRefused;

    /** Reserves the DOI with what is known so far; one that is findable already stays so. */
    void draft(DataSet dataSet) throws RegistrarAway, RegistrarRefused;

    /** Removes a draft. One that is not there is no error, one that is findable is {@link RegistrarRefused}. */
    void discard(String doi) throws RegistrarAway, RegistrarRefused;

    /** What the registrar holds; nothing when it does not know the DOI. */
    Optional<Registration> find(String doi) throws RegistrarAway;
}
