package org.dermarium.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses of private files, given out before a right ended. */
class FilesIT extends CatalogCase {

    private static final String IMAGES = "/api/v2/images/";

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void givesTheFileToWhoeverHoldsTheAddress() throws Exception {
        Image image = embargoed(7);
        URI address = address(member(7), image);
        byte[] all = bytes(image.id());

        var whole = fetch(address, Map.of("Accept", "application/json", "User-Agent", "isic-cli/12.7.0"));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(all);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(whole.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        assertThat(address.getPath()).endsWith("/" + image.isicId() + ".jpg");

        var part = fetch(address, Map.of("Range", "bytes=100-199"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(all, 100, 200));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-199/" + all.length);

        var head = client.send(
                HttpRequest.newBuilder(here(address)).HEAD().build(), HttpResponse.BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(all.length);

        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(fetch(address, Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
    }

    @Test
    void keepsACallersAddressAllDay() {
        Image image = embargoed(7);
        String caller = member(7);

        assertThat(address(caller, image)).isEqualTo(address(caller, image)).isNotEqualTo(address(member(7), image));
    }

    @Test
    void refusesAddressesItDidNotMake() throws Exception {
        Image image = embargoed(7);
        String address = address(member(7), image).toString();
        String[] parts = address.substring(0, address.lastIndexOf('/')).split("\\.");

        for (String forged : List.of("/files/images/x/" + image.isicId() + ".jpg", "/files/images/a.b.c/x.jpg")) {
            assertThat(fetch(URI.create(forged), Map.of()).statusCode()).isEqualTo(401);
        }
        assertThat(fetch(URI.create(address.replace(parts[parts.length - 1], "AAAA")), Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsWithTheEmbargoedImage() throws Exception {
        Image image = embargoed(7);
        URI address = address(member(7), image);
        topics().publish(
                        EventType.IMAGE_WITHDRAWN,
                        ImageBuilder.changed(image)
                                .withdrawn("consent withdrawn")
                                .build());

        eventually(404, address);
    }

    @Test
    void leadsToThePublicFileOnceThereIsOne() throws Exception {
        Image image = embargoed(7);
        URI address = address(member(7), image);
        Image open = stored(image().lesion("IL_5000001"), true, 7);
        topics().publish(
                        EventType.IMAGE_RELEASED,
                        ImageBuilder.changed(image)
                                .published()
                                .full(open.full())
                                .build());

        eventually(302, address);
        assertThat(fetch(address, Map.of()).headers().firstValue("Location").orElseThrow())
                .endsWith(open.full().key());
    }

    @Test
    void endsWithTheShare() throws Exception {
        Image image = embargoed(1);
        registered(21);
        long collection = post(
                        staff(), "/api/v2/collections/", Map.of("name", "for 21, " + image.isicId(), "public", false))
                .get("id")
                .asLong();
        String path = "/api/v2/collections/" + collection;
        post(staff(), path + "/populate-from-list/", Map.of("isic_ids", List.of(image.isicId())));
        Eventually.until(
                "the account is known",
                () -> post(staff(), path + "/share/", Map.of("user_ids", List.of(21), "notify", false))
                        .isEmpty());
        URI address = address(member(21), image);
        assertThat(fetch(address, Map.of()).statusCode()).isEqualTo(200);

        post(staff(), path + "/unshare/", Map.of("user_ids", List.of(21)));

        assertThat(fetch(address, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWithTheRoleAndTheAccount() throws Exception {
        Image image = embargoed(31);
        account(900, 11, true, true);
        account(31, 1, false, true);
        URI ofStaff = address(staff(), image);
        URI ofOwner = address(member(31), image);
        eventually(200, ofStaff);
        eventually(200, ofOwner);

        account(900, 12, false, true);
        account(31, 2, false, false);

        eventually(404, ofStaff);
        eventually(404, ofOwner);
    }

    private Image embargoed(long owner) {
        Image image = stored(image(), false, owner);
        published(image);
        return image;
    }

    private URI address(String caller, Image image) {
        return URI.create(
                get(caller, IMAGES + image.isicId() + "/").at("/files/full/url").asString());
    }

    private void account(long id, long version, boolean staff, boolean active) {
        topics().publish(
                        EventType.USER_CHANGED,
                        new User(id, version, id + "@example.org", "", "", staff, active, Instant.EPOCH));
    }

    private void eventually(int status, URI address) {
        Eventually.until(
                "the address answers " + status, () -> fetch(address, Map.of()).statusCode() == status);
    }

    private HttpResponse<byte[]> fetch(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(here(address));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI here(URI address) {
        return URI.create("http://127.0.0.1:" + port + address.getRawPath());
    }
}
