package org.dermarium.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UploadSignerTests {

    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    private final UploadSigner signer = new UploadSigner(SECRET);
    private final UploadClaim claim = new UploadClaim(
            UploadClaim.Stage.FINISHED,
            UploadField.IMAGE,
            new UploadedFile("uploads/u/a.jpg", "a.jpg", 5),
            "upload-1",
            7,
            Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    void knowsItsOwnSignature() {
        assertThat(signer.verify(signer.sign(claim))).contains(claim);
    }

    @Test
    void refusesAnotherClaimUnderTheSameSignature() {
        String signed = signer.sign(claim);
        String foreign = signer.sign(claim.finished(Instant.MAX.minusSeconds(1)));
        String mixed = foreign.substring(0, foreign.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));
        assertThat(signer.verify(mixed)).isEmpty();
    }

    @Test
    void refusesSignaturesOfAnotherSecret() {
        assertThat(signer.verify(new UploadSigner(SECRET + "!").sign(claim))).isEmpty();
    }

    @Test
    void refusesTextThatIsNoSignature() {
        assertThat(signer.verify("")).isEmpty();
        assertThat(signer.verify("x")).isEmpty();
        assertThat(signer.verify("not base64.not base64")).isEmpty();
        assertThat(signer.verify(Base64.getUrlEncoder().encodeToString("{}".getBytes()) + "."))
                .isEmpty();
    }

    @Test
    void needsASecretWorthTheName() {
        assertThatThrownBy(() -> new UploadSigner("short")).hasMessageContaining("dermarium.secret");
    }
}
