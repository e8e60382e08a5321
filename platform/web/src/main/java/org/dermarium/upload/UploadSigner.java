package org.dermarium.upload;

import java.util.Optional;
import org.dermarium.grant.DerivedKeys;
import org.dermarium.grant.SignedTexts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signs claims of uploads, with a key for this purpose alone, so that no other signed text can stand in. */
public final class UploadSigner {

    private final JsonMapper json = new JsonMapper();
    private final SignedTexts texts;

    /** @param secret of the archive, the same in every service */
    public UploadSigner(String secret) {
        this.texts = new SignedTexts(new DerivedKeys(secret).key("uploads"));
    }

    public String sign(UploadClaim claim) {
        return texts.sign(json.writeValueAsString(claim));
    }

    /** The claim, or empty when the text is not one that was signed here. Expiry is not looked at. */
    public Optional<UploadClaim> verify(String signed) {
        return texts.read(signed).flatMap(this::claim);
    }

    /** One that an older release signed may say less or something else. */
    private Optional<UploadClaim> claim(String text) {
        try {
            return Optional.of(json.readValue(text, UploadClaim.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
