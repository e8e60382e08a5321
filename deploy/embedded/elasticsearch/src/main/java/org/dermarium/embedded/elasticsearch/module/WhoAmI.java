package org.dermarium.embedded.elasticsearch.module;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/** {@code GET /} and {@code HEAD /}: name, cluster and version, in the shape every Elasticsearch answers. */
final class WhoAmI extends BaseRestHandler {

    private volatile @Nullable ClusterService cluster;

    void follow(ClusterService service) {
        cluster = service;
    }

    @Override
    public String getName() {
        return "dermarium_who_am_i";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        request.param("human");
        return channel -> channel.sendResponse(new RestResponse(RestStatus.OK, describe(channel.newBuilder())));
    }

    private XContentBuilder describe(XContentBuilder json) throws IOException {
        ClusterService service = Objects.requireNonNull(cluster);
        json.startObject()
                .field("name", service.getNodeName())
                .field("cluster_name", service.getClusterName().value())
                .field("cluster_uuid", service.state().metadata().clusterUUID());
        Build build = Build.current();
        json.startObject("version")
                .field("number", build.qualifiedVersion())
                .field("build_flavor", build.flavor())
                .field("build_type", build.type().displayName())
                .field("build_hash", build.hash())
                .field("build_date", build.date())
                .field("build_snapshot", build.isSnapshot())
                .field("lucene_version", IndexVersion.current().luceneVersion().toString())
                .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
                .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
                .endObject();
        return json.field("tagline", "You Know, for Search").endObject();
    }
}
