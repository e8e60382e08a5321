package org.dermarium.upload;

import java.time.Clock;
import java.util.Optional;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/** The files behind signed values. */
public final class UploadedFiles {

    private final UploadSigner signer;
    private final Clock clock;

    public UploadedFiles(UploadSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * The file that a finished upload of this user left in the private bucket.
     *
     * @param bodyField where the value stood in the request
     * @throws Refusal when the value is forged, expired, somebody else's or meant for another field
     */
    public UploadedFile redeem(Caller.Member user, UploadField field, String bodyField, @Nullable String value) {
        return claim(user, value, UploadClaim.Stage.FINISHED)
                .filter(claim -> claim.field() == field)
                .map(UploadClaim::file)
                .orElseThrow(() ->
                        Refusal.unprocessable(Problem.value(Problem.body(bodyField), "Invalid S3 file field value.")));
    }

    /** What this user's signed text vouches for, unless it is forged, foreign, expired or of another stage. */
    public Optional<UploadClaim> claim(Caller.Member user, @Nullable String signed, UploadClaim.Stage stage) {
        return signer.verify(signed == null ? "" : signed)
                .filter(claim -> claim.stage() == stage)
                .filter(claim -> claim.user() == user.id())
                .filter(claim -> claim.until().isAfter(clock.instant()));
    }
}
