package org.dermarium.doi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dermarium.events.Collection;
import org.dermarium.events.Contributor;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.Membership;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.server.TestTopics;
import org.jspecify.annotations.Nullable;

/** Catalogue and ingest as the bus knows them: they tell of images and collections and answer what DOIs ask. */
public final class PlayedServices {

    private final TestTopics topics;
    private final Map<String, Image> images = new LinkedHashMap<>();
    private final Map<Long, Collection> collections = new TreeMap<>();
    private final Map<Long, SortedSet<String>> members = new TreeMap<>();
    private long lastCollection = 100;

    public PlayedServices(TestTopics topics) {
        this.topics = topics;
    }

    /** A private collection of these images, told on the bus. */
    public Collection collection(long creator, String name, Image... held) {
        Arrays.stream(held).forEach(i -> images.put(i.isicId(), i));
        var ids = new TreeSet<>(Arrays.stream(held).map(Image::isicId).toList());
        var collection = collection(++lastCollection, 1, name, false, false, false, creator, ids.size(), null);
        members.put(collection.id(), ids);
        if (held.length > 0) {
            topics.publish(EventType.CONTRIBUTOR_CREATED, contributors(held));
            topics.publish(EventType.IMAGE_PUBLISHED, held);
            topics.publish(EventType.MEMBERSHIP_CHANGED, memberships(ids));
        }
        return told(collection);
    }

    public Collection magic(String name, Image... held) {
        Collection plain = collection(0, name, held);
        return told(collection(plain.id(), plain.version() + 1, name, true, true, true, 0, plain.imageCount(), null));
    }

    private static Contributor[] contributors(Image... held) {
        return Arrays.stream(held)
                .filter(image -> image.contributor().id() > 0)
                .map(ImageBuilder::contributorOf)
                .distinct()
                .toArray(Contributor[]::new);
    }

    /** Newer than what was told of its images. */
    public void changeOwners(long contributor, long version, Long... owners) {
        var state = new Contributor(contributor, version, new TreeSet<>(List.of(owners)));
        topics.publish(EventType.CONTRIBUTOR_CHANGED, state);
    }

    public void change(Image image) {
        images.put(image.isicId(), image);
        topics.publish(EventType.IMAGE_METADATA_CHANGED, image);
    }

    /** Does what has been asked on the bus and not been done. */
    public void answer() {
        lockAndOpen();
        release();
    }

    /** The catalogue's part. */
    public void lockAndOpen() {
        Map<String, Doi> newest = new LinkedHashMap<>();
        topics.read(Doi.class).stream()
                .map(Event::state)
                .forEach(d -> newest.merge(d.doi(), d, (a, b) -> b.version() > a.version() ? b : a));
        Map<Long, Doi> live = newest.values().stream()
                .filter(d -> d.state() != Doi.State.DISCARDED)
                .collect(Collectors.toMap(Doi::collection, d -> d));
        for (Collection now : List.copyOf(collections.values())) {
            Doi doi = live.get(now.id());
            boolean locked = now.magic() || doi != null;
            boolean open = now.isPublic() || doi != null && doi.open();
            String digest = doi == null ? null : digest(now.id());
            if (locked != now.locked() || open != now.isPublic()) {
                told(collection(
                        now.id(),
                        now.version() + 1,
                        now.name(),
                        open,
                        locked,
                        now.magic(),
                        now.creator(),
                        now.imageCount(),
                        digest));
            }
        }
    }

    /** Ingest's part. */
    public void release() {
        topics.read(ReleaseOrder.class).stream()
                .map(order -> images.get(order.state().isicId()))
                .filter(image -> image != null && image.visibility() == Visibility.EMBARGOED)
                .distinct()
                .forEach(image -> change(ImageBuilder.changed(image).published().build()));
    }

    public void withdraw(Image image) {
        change(ImageBuilder.changed(images.get(image.isicId()))
                .withdrawn("consent withdrawn")
                .build());
    }

    public Collection known(long id) {
        return collections.get(id);
    }

    private Collection told(Collection collection) {
        collections.put(collection.id(), collection);
        topics.publish(EventType.COLLECTION_CHANGED, collection);
        return collection;
    }

    private Membership[] memberships(SortedSet<String> ids) {
        return ids.stream()
                .map(id -> {
                    var of = new TreeSet<Long>();
                    members.forEach((collection, all) -> {
                        if (all.contains(id)) {
                            of.add(collection);
                        }
                    });
                    return new Membership(id, of.size(), of, new TreeSet<>());
                })
                .toArray(Membership[]::new);
    }

    private String digest(long collection) {
        String text = members.get(collection).stream().map(id -> id + "\n").collect(Collectors.joining());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collection collection(
            long id,
            long version,
            String name,
            boolean isPublic,
            boolean locked,
            boolean magic,
            long creator,
            long images,
            @Nullable String digest) {
        return new Collection(
                id,
                version,
                name,
                "",
                isPublic,
                false,
                locked,
                magic,
                creator,
                new TreeSet<>(),
                false,
                images,
                digest,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
