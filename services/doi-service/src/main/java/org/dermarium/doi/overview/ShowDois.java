package org.dermarium.doi.overview;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dermarium.blobs.BlobStore;
import org.dermarium.dictionary.License;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dois.DataSets;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.known.KnownCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.overview.DoiOut.CreatorOut;
import org.dermarium.doi.overview.DoiOut.FileOut;
import org.dermarium.doi.overview.DoiOut.LicenseOut;
import org.dermarium.doi.overview.DoiOut.MayOut;
import org.dermarium.doi.overview.DoiOut.ProgressOut;
import org.dermarium.doi.overview.DoiOut.RelatedOut;
import org.dermarium.doi.overview.DoiOut.SupplementOut;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publications;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Doi.State;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is shown of DOIs. */
@Service
class ShowDois {

    private final DataSets dataSets;
    private final Members members;
    private final Publications publications;
    private final Releases releases;
    private final BlobStore blobs;
    private final URI publicUrl;

    ShowDois(
            DataSets dataSets,
            Members members,
            Publications publications,
            Releases releases,
            BlobStore blobs,
            @Value("${dermarium.public-url}") URI publicUrl) {
        this.dataSets = dataSets;
        this.members = members;
        this.publications = publications;
        this.releases = releases;
        this.blobs = blobs;
        this.publicUrl = publicUrl;
    }

    /** In the order given. */
    Mono<List<DoiOut>> show(Caller caller, List<Doi> dois) {
        if (dois.isEmpty()) {
            return Mono.just(List.of());
        }
        return publications
                .ofAll(dois.stream().map(Doi::name).toList())
                .flatMap(progress -> Flux.zip(Flux.fromIterable(dois), dataSets.describeAll(dois))
                        .concatMap(pair -> show(caller, pair.getT1(), pair.getT2(), progress))
                        .collectList());
    }

    private Mono<DoiOut> show(Caller caller, Doi doi, DataSet dataSet, Map<String, Publication> all) {
        Publication publication = all.get(doi.name());
        Mono<String> name =
                members.collection(doi.collection()).map(KnownCollection::name).defaultIfEmpty(doi.title());
        boolean isFreezing = doi.state() == State.PUBLISHING && doi.frozen() != null;
        Mono<ProgressOut> progress = publication == null || !doi.isInHandsOf(caller)
                ? Mono.empty()
                : (isFreezing ? releases.of(doi.name()) : Mono.<Release>empty())
                        .map(release -> ShowProgress.of(publication, release))
                        .defaultIfEmpty(ShowProgress.of(publication, null));
        return name.flatMap(collection -> progress.map(p -> out(caller, doi, dataSet, collection, publication, p))
                .switchIfEmpty(Mono.fromSupplier(() -> out(caller, doi, dataSet, collection, publication, null))));
    }

    private DoiOut out(
            Caller caller,
            Doi doi,
            DataSet dataSet,
            String collection,
            @Nullable Publication publication,
            @Nullable ProgressOut progress) {
        return new DoiOut(
                doi.slug(),
                doi.name(),
                dataSet.doiUrl(),
                doi.state().name().toLowerCase(Locale.ROOT),
                doi.title(),
                doi.description(),
                dataSet.version(),
                doi.collection(),
                collection,
                dataSet.creators().stream()
                        .map(c -> new CreatorOut(c.name(), c.images()))
                        .toList(),
                dataSet.licenses().stream().map(ShowDois::license).toList(),
                dataSet.images(),
                dataSet.lesions(),
                dataSet.patients(),
                doi.related().stream()
                        .map(r -> new RelatedOut(r.relationType(), r.relatedIdentifierType(), r.relatedIdentifier()))
                        .toList(),
                doi.supplements().stream()
                        .map(s -> new SupplementOut(s.name(), s.description(), s.size()))
                        .toList(),
                dataSet.files().stream().map(this::file).toList(),
                doi.isApproved(),
                may(caller, doi, publication),
                progress,
                doi.createdAt(),
                doi.publishedAt(),
                dataSet.publicationYear(),
                Citations.of(dataSet),
                URI.create(publicUrl + dataSet.path()));
    }

    private static MayOut may(Caller caller, Doi doi, @Nullable Publication publication) {
        boolean isOwn = doi.isInHandsOf(caller);
        boolean isDraft = isOwn && doi.isDraft();
        boolean isOnItsWay = isOwn && doi.state() == State.PUBLISHING;
        return new MayOut(
                isDraft,
                isDraft && caller.isStaff() && !doi.isApproved(),
                isDraft && (caller.isStaff() || doi.isApproved()),
                isDraft || isOnItsWay && (publication == null || !publication.isIssued()));
    }

    private static LicenseOut license(DataSet.LicenseShare share) {
        return License.named(share.license())
                .map(l -> new LicenseOut(share.license(), l.title(), l.url(), share.images()))
                .orElseGet(() -> new LicenseOut(share.license(), share.license(), "", share.images()));
    }

    private FileOut file(DataSet.DataFile file) {
        return new FileOut(
                file.kind().name().toLowerCase(Locale.ROOT),
                file.name(),
                file.description(),
                file.size(),
                file.sha256(),
                file.contentType(),
                blobs.publicUrl(file.key()));
    }
}
