package org.dermarium.doi.release.build;

/** No further attempt can freeze the release. */
class CannotFreeze extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why in words for people */
    CannotFreeze(String why) {
        super(why);
    }

    static CannotFreeze nothingLeft() {
        return new CannotFreeze("All images of the data set were withdrawn.");
    }
}
