package org.dermarium.doi.citation;

import org.dermarium.doi.dataset.DataSet;

/**
 * One data set cited in three ways.
 *
 * @param apa a sentence, as the American Psychological Association has it
 * @param bibtex an entry for LaTeX
 * @param ris a record for reference managers, lines end with CR LF
 */
public record Citations(String apa, String bibtex, String ris) {

    public static Citations of(DataSet dataSet) {
        return new Citations(Apa.of(dataSet), Bibtex.of(dataSet), Ris.of(dataSet));
    }
}
