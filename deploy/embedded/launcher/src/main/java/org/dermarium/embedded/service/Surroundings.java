package org.dermarium.embedded.service;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Secrets;

/** The environment variables by which every service learns where the others are. */
public final class Surroundings {

    private Surroundings() {}

    /**
     * @param servers addresses and credentials as {@code Servers.addresses()} gives them
     * @param instances how many processes run each service
     * @param publicUrl what browsers and clients call the gateway
     */
    public static Map<String, String> of(
            Map<String, String> servers, Ports ports, int instances, Secrets secrets, String publicUrl) {
        Map<String, String> variables = new HashMap<>();
        servers.forEach((name, value) -> variables.put("DERMARIUM_" + upperSnake(name), value));
        for (Service service : Service.values()) {
            variables.put(
                    "DERMARIUM_" + service.name(),
                    service.instances(instances).stream()
                            .map(instance -> instance.address(ports))
                            .collect(Collectors.joining(",")));
        }
        variables.put("DERMARIUM_PUBLIC_URL", publicUrl);
        variables.put("DERMARIUM_ISSUER", publicUrl + "/oauth");
        // Through the gateway, which knows which instance of identity answers.
        variables.put("DERMARIUM_JWKS", "http://127.0.0.1:" + ports.gateway() + "/oauth/jwks");
        variables.put("DERMARIUM_SECRET", secrets.signing());
        variables.put("DERMARIUM_DEMO", "true");
        // glibc would keep an arena per thread; this halves what the JVMs hold outside their heaps.
        variables.put("MALLOC_ARENA_MAX", "2");
        return Map.copyOf(variables);
    }

    /** {@code s3AccessKey} becomes {@code S3_ACCESS_KEY}. */
    private static String upperSnake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
