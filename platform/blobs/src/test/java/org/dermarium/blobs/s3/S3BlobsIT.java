package org.dermarium.blobs.s3;

import java.net.URI;
import java.time.Duration;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.BlobStoreContract;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;

class S3BlobsIT extends BlobStoreContract {

    private static final Isolation OWN = Servers.shared().isolate("blobs");

    @Override
    protected BlobStore store() {
        return BlobsConfig.s3(settings(URI.create(Servers.shared().s3())));
    }

    @Override
    protected String privateBucket() {
        return OWN.privateBucket();
    }

    @Override
    protected String publicBucket() {
        return OWN.publicBucket();
    }

    private static S3Settings settings(URI endpoint) {
        var servers = Servers.shared();
        return new S3Settings(
                endpoint,
                servers.s3AccessKey(),
                servers.s3SecretKey(),
                OWN.privateBucket(),
                OWN.publicBucket(),
                URI.create(servers.s3()),
                "us-east-1",
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }
}
