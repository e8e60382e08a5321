package org.dermarium.blobs;

import java.net.URI;
import java.time.Duration;
import org.dermarium.testkit.Isolation;
import org.dermarium.testkit.Servers;

class S3BlobsIT extends BlobStoreContract {

    private static final Isolation OWN = Servers.shared().isolate("blobs");

    @Override
    BlobStore store() {
        return BlobsConfig.s3(settings(URI.create(Servers.shared().s3())));
    }

    @Override
    String privateBucket() {
        return OWN.privateBucket();
    }

    @Override
    String publicBucket() {
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
