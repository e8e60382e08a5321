package org.dermarium.doi.citation;

import java.util.stream.Collectors;
import org.dermarium.doi.dataset.DataSet;

/**
 * BibTeX. Creators stand in braces of their own, or BibTeX would take institutions apart into first and last names, and
 * the word "and" in one of them for the next author.
 */
final class Bibtex {

    private Bibtex() {}

    static String of(DataSet dataSet) {
        String suffix = dataSet.doi().substring(dataSet.doi().indexOf('/') + 1);
        String authors = dataSet.creatorNames().stream()
                .map(name -> "{" + escaped(name) + "}")
                .collect(Collectors.joining(" and "));
        return """
                @misc{%s,
                  author       = {%s},
                  title        = {{%s}},
                  year         = {%d},
                  publisher    = {%s},
                  howpublished = {Data set},
                  version      = {%s},
                  doi          = {%s},
                  url          = {%s}
                }
                """.formatted(
                        suffix.replaceAll("[^A-Za-z0-9.:-]", "-"),
                        authors,
                        escaped(dataSet.title()),
                        dataSet.publicationYear(),
                        DataSet.PUBLISHER,
                        escaped(dataSet.version()),
                        dataSet.doi(),
                        dataSet.doiUrl());
    }

    /** What LaTeX would take as a command. Braces get names, since BibTeX counts even those behind a backslash. */
    static String escaped(String text) {
        var latex = new StringBuilder();
        OneLine.of(text).chars().forEach(c -> {
            switch (c) {
                case '\\' -> latex.append("\\textbackslash{}");
                case '{' -> latex.append("\\textbraceleft{}");
                case '}' -> latex.append("\\textbraceright{}");
                case '~' -> latex.append("\\textasciitilde{}");
                case '^' -> latex.append("\\textasciicircum{}");
                case '<' -> latex.append("\\textless{}");
                case '>' -> latex.append("\\textgreater{}");
                case '#', '$', '%', '&', '_' -> latex.append('\\').append((char) c);
                default -> latex.append((char) c);
            }
        });
        return latex.toString();
    }
}
