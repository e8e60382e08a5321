package org.dermarium.events.bus;

import java.util.Arrays;

/** What happened. The name on the wire is stable for ever and never a class name. */
public enum EventType {
    IMAGE_UPLOADED("image-uploaded", Topic.IMAGES, "accepted: checked, stripped, hashed, stored, thumbnail made"),
    IMAGE_METADATA_CHANGED("image-metadata-changed", Topic.IMAGES, "metadata, attribution or licence changed"),
    IMAGE_REVIEWED("image-reviewed", Topic.IMAGES, "a reviewer accepted or rejected it"),
    IMAGE_PUBLISHED("image-published", Topic.IMAGES, "got its public id, public or embargoed"),
    IMAGE_RELEASED("image-released", Topic.IMAGES, "its embargo was lifted"),
    IMAGE_WITHDRAWN("image-withdrawn", Topic.IMAGES, "taken back with a reason; a tombstone remains"),
    CONTRIBUTOR_CREATED("contributor-created", Topic.CONTRIBUTORS, "a contributor was made"),
    CONTRIBUTOR_CHANGED("contributor-changed", Topic.CONTRIBUTORS, "its owners changed, for all of its images at once"),
    COLLECTION_CREATED("collection-created", Topic.COLLECTIONS, "a collection was made"),
    COLLECTION_CHANGED("collection-changed", Topic.COLLECTIONS, "name, visibility, lock, pin, shares or size changed"),
    COLLECTION_DELETED("collection-deleted", Topic.COLLECTIONS, "a collection was deleted"),
    MEMBERSHIP_CHANGED("membership-changed", Topic.MEMBERSHIPS, "the collections or shares of one image changed"),
    USER_REGISTERED("user-registered", Topic.USERS, "an account was made"),
    USER_CHANGED("user-changed", Topic.USERS, "name, role or state of an account changed"),
    TOKEN_REVOKED("token-revoked", Topic.TOKENS, "tokens of one authorization are no longer good"),
    DOI_DRAFTED("doi-drafted", Topic.DOIS, "a DOI was drafted for a collection, which is to be locked"),
    DOI_CHANGED("doi-changed", Topic.DOIS, "the draft was edited or a step of its publication taken"),
    DOI_PUBLISHED("doi-published", Topic.DOIS, "the DOI is findable and its files are frozen"),
    DOI_DISCARDED("doi-discarded", Topic.DOIS, "the draft was given up; its collection may change again"),
    RELEASE_ORDERED(
            "release-ordered",
            Topic.RELEASE_ORDERS,
            "an embargo is to be lifted, as a DOI with the image is published"),
    SUBMISSION_RECEIVED(
            "submission-received", Topic.SUBMISSIONS, "predictions were handed in or are to be scored again"),
    SUBMISSION_SCORED("submission-scored", Topic.SUBMISSIONS, "predictions were scored"),
    SUBMISSION_REFUSED(
            "submission-refused", Topic.SUBMISSIONS, "predictions cannot be scored, with every problem named");

    private final String typeName;
    private final Topic topic;
    private final String meaning;

    EventType(String typeName, Topic topic, String meaning) {
        this.typeName = typeName;
        this.topic = topic;
        this.meaning = meaning;
    }

    /**
     * The type with this name on the wire.
     *
     * @throws IllegalArgumentException when no release of Dermarium had such a type
     */
    public static EventType named(String typeName) {
        return Arrays.stream(values())
                .filter(t -> t.typeName.equals(typeName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown event type " + typeName));
    }

    public String typeName() {
        return typeName;
    }

    public Topic topic() {
        return topic;
    }

    public String meaning() {
        return meaning;
    }
}
