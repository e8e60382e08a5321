package org.dermarium.gateway.session;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the session needs to know.
 *
 * @param publicUrl where browsers see the archive, without a trailing slash
 * @param secret the installation's secret, from which the cookie's key and the client secret are derived
 */
@ConfigurationProperties("dermarium")
record SessionSettings(String publicUrl, String secret) {

    boolean isSecure() {
        return publicUrl.startsWith("https:");
    }
}
