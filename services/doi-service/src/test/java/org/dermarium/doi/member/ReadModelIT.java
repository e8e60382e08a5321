package org.dermarium.doi.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.doi.DoiCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.testkit.ImageBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Events may come twice, late and many at once; what is newest stays. */
class ReadModelIT extends DoiCase {

    @Autowired
    private R2dbcReadModel model;

    @Autowired
    private Members members;

    @Autowired
    private TransactionalOperator transaction;

    private void membership(Membership... states) {
        model.memberships(List.of(states)).as(transaction::transactional).block();
    }

    private static Membership of(String isicId, long version, Long... collections) {
        return new Membership(isicId, version, new TreeSet<>(Arrays.asList(collections)), new TreeSet<>());
    }

    private static Collection collection(long id, long version, String name, boolean deleted, @Nullable String sha256) {
        return new Collection(
                id,
                version,
                name,
                "",
                false,
                false,
                sha256 != null,
                false,
                7,
                new TreeSet<>(List.of(8L)),
                deleted,
                0,
                sha256,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void keepsTheNewestStateOfEachImage() {
        Image image = ImageBuilder.anImage().embargoed().version(5).build();
        Image newer = ImageBuilder.anImage(image.id()).published().version(6).build();
        Image nameless = ImageBuilder.anImage().build();
        membership(of(image.isicId(), 1, 5001L));
        model.images(List.of(newer, image, nameless)).block();
        model.images(List.of(image)).block();
        assertThat(members.embargoed(5001).block()).isZero();
        assertThat(members.ids(5001).block()).containsExactly(image.isicId());
    }

    @Test
    void keepsTheNewestMembersOfEachCollection() {
        membership(of("ISIC_7000001", 2, 5002L, 5003L), of("ISIC_7000002", 1, 5002L), of("ISIC_7000001", 1, 5004L));
        assertThat(members.heard(5002).block().unknown()).isEqualTo(2);
        assertThat(members.heard(5004).block().unknown()).isZero();
        membership(of("ISIC_7000001", 3, 5003L, 5004L));
        membership(of("ISIC_7000001", 2, 5002L));
        assertThat(members.heard(5002).block().unknown()).isEqualTo(1);
        assertThat(members.heard(5003).block().unknown()).isEqualTo(1);
        assertThat(members.heard(5004).block().unknown()).isEqualTo(1);
    }

    @Test
    void tellsTheDigestThatTheCatalogueTells() throws Exception {
        membership(of("ISIC_7000012", 1, 5005L), of("ISIC_7000011", 1, 5005L));
        byte[] text = "ISIC_7000011\nISIC_7000012\n".getBytes(StandardCharsets.UTF_8);
        assertThat(members.heard(5005).block().membersSha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        assertThat(members.heard(5999).block().membersSha256())
                .as("of no members")
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[0])));
    }

    @Test
    void keepsTheNewestStateOfEachCollection() {
        model.collections(List.of(collection(5006, 2, "New", false, "ab"), collection(5006, 1, "Old", false, null)))
                .block();
        KnownCollection known = members.collection(5006).block();
        assertThat(known.name()).isEqualTo("New");
        assertThat(known.membersSha256()).isEqualTo("ab");
        assertThat(known.sharedWith()).containsExactly(8L);
        model.collections(List.of(collection(5006, 3, "New", true, null))).block();
        model.collections(List.of(collection(5006, 2, "New", false, "ab"))).block();
        assertThat(members.collection(5006).block()).isNull();
    }
}
