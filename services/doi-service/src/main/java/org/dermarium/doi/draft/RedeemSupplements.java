package org.dermarium.doi.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.loop.Blocking;
import org.dermarium.upload.UploadClaim;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Makes the files that its creator uploaded the DOI's own: copies under names of their own, which an upload that is used
 * twice or whose time is over does not touch. They are removed unless they are kept with the DOI.
 */
@Service
class RedeemSupplements {

    private static final String FIELD = "supplemental_files";
    private static final String FOLDER = "supplements/";

    private final UploadedFiles uploads;
    private final BlobStore blobs;
    private final ObjectLedger ledger;
    private final String bucket;

    RedeemSupplements(UploadedFiles uploads, BlobStore blobs, ObjectLedger ledger, S3Settings storage) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.ledger = ledger;
        this.bucket = storage.privateBucket();
    }

    /** @throws Refusal naming each file that is forged, gone, without description or called as another one */
    Mono<List<Supplement>> redeem(Member member, List<SupplementIn> all) {
        if (all.isEmpty()) {
            return Mono.just(List.of());
        }
        return Blocking.call(() -> copied(uploaded(member, all)));
    }

    /** In the transaction that stores the DOI: they stay. */
    Mono<Void> keep(List<Supplement> supplements) {
        return ledger.keep(supplements.stream().map(Supplement::object).toList());
    }

    private List<Supplement> copied(List<Supplement> uploads) {
        List<Supplement> own = uploads.stream()
                .map(upload -> upload.at(FOLDER + UUID.randomUUID()))
                .toList();
        ledger.announce(own.stream().map(Supplement::object).toList()).block();
        for (int i = 0; i < own.size(); i++) {
            blobs.copy(bucket, uploads.get(i).key(), bucket, own.get(i).key(), false);
        }
        return own;
    }

    private List<Supplement> uploaded(Member member, List<SupplementIn> all) {
        List<Problem> problems = new ArrayList<>();
        List<Supplement> supplements = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Supplement supplement = file(member, all.get(i), problems, i);
            if (supplement != null) {
                supplements.add(supplement);
                if (!names.add(supplement.name().toLowerCase(Locale.ROOT))) {
                    problems.add(problem(i, "There is another file of this name: " + supplement.name()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
        return supplements;
    }

    private @Nullable Supplement file(Member member, SupplementIn in, List<Problem> problems, int index) {
        UploadedFile file = uploads.claim(member, in.blob(), UploadClaim.Stage.FINISHED)
                .filter(claim -> claim.field() == UploadField.SUPPLEMENT)
                .map(UploadClaim::file)
                .orElse(null);
        if (file == null) {
            problems.add(problem(index, "Invalid S3 file field value."));
            return null;
        }
        return blobs.stat(bucket, file.key())
                .map(stat -> new Supplement(file.name(), in.description(), stat.size(), stat.contentType(), file.key()))
                .orElseGet(() -> {
                    problems.add(problem(index, "The uploaded file is no longer there."));
                    return null;
                });
    }

    private static Problem problem(int index, String reason) {
        return Problem.value(Problem.body(FIELD, index, "blob"), reason);
    }
}
