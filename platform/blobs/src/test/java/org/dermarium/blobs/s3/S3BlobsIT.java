package org.dermarium.blobs.s3;

import org.dermarium.blobs.AddressesContract;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.MultipartContract;
import org.dermarium.blobs.ObjectsContract;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.Nested;

class S3BlobsIT {

    private static final Isolation OWN = Servers.shared().isolate("blobs");
    private static final BlobStore STORE = BlobsConfig.s3(OWN.settings("dermarium.s3", S3Settings.class));

    @Nested
    class Objects extends ObjectsContract {

        Objects() {
            super(STORE, OWN.privateBucket(), OWN.publicBucket());
        }
    }

    @Nested
    class Addresses extends AddressesContract {

        Addresses() {
            super(STORE, OWN.privateBucket(), OWN.publicBucket());
        }
    }

    @Nested
    class Multipart extends MultipartContract {

        Multipart() {
            super(STORE, OWN.privateBucket(), OWN.publicBucket());
        }
    }
}
