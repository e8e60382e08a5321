package org.dermarium.doi.dataset;

import java.util.Arrays;
import java.util.Optional;

/** The licences of the archive, from most permissive to most restrictive. */
public enum License {
    CC_0(
            "CC-0",
            "CC0-1.0",
            "CC0 1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "Use them freely; naming the source is good practice."),
    CC_BY(
            "CC-BY",
            "CC-BY-4.0",
            "Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
            "Use them for anything, naming the source."),
    CC_BY_NC(
            "CC-BY-NC",
            "CC-BY-NC-4.0",
            "Attribution-NonCommercial 4.0 International",
            "https://creativecommons.org/licenses/by-nc/4.0/",
            "Use them for non-commercial work, naming the source.");

    private final String code;
    private final String spdx;
    private final String title;
    private final String url;
    private final String meaning;

    License(String code, String spdx, String title, String url, String meaning) {
        this.code = code;
        this.spdx = spdx;
        this.title = title;
        this.url = url;
        this.meaning = meaning;
    }

    /** By the archive's own word, such as {@code CC-BY}. */
    public static Optional<License> find(String code) {
        return Arrays.stream(values())
                .filter(license -> license.code.equals(code))
                .findFirst();
    }

    /** The archive's own word. */
    public String code() {
        return code;
    }

    /** Its name in the SPDX list. */
    public String spdx() {
        return spdx;
    }

    public String title() {
        return title;
    }

    public String url() {
        return url;
    }

    /** In plain words what it lets people do with the images. */
    public String meaning() {
        return meaning;
    }
}
