package org.dermarium.doi;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dermarium.testkit.server.Isolation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process of the service, started and ended by the test; others may run on the same database. */
public final class Instance implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final WebTestClient http;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        this.http = checking(context, WebTestClient.bindToServer())
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** As Spring Boot's own test client: it holds answers against the API's document. */
    private static WebTestClient.Builder checking(ApplicationContext context, WebTestClient.Builder client) {
        context.getBeanProvider(WebTestClientBuilderCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(client));
        return client;
    }

    /** What is to stand in for beans of the service. */
    public static final class Plan {

        private final Isolation corner;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<Class<?>, Supplier<?>> beans = new LinkedHashMap<>();

        private Plan(Isolation corner) {
            this.corner = corner;
        }

        public <T> Plan with(Class<T> type, T bean) {
            beans.put(type, () -> bean);
            return this;
        }

        public Plan set(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public Instance start() {
            var all = new LinkedHashMap<String, Object>(corner.properties());
            all.putAll(settings);
            String[] arguments = all.entrySet().stream()
                    .map(e -> "--" + e.getKey() + "=" + e.getValue())
                    .toArray(String[]::new);
            String[] more = Arrays.copyOf(arguments, arguments.length + 1);
            more[arguments.length] = "--server.port=0";
            return new Instance(new SpringApplicationBuilder(DoiApplication.class)
                    .initializers(
                            c -> beans.forEach((type, bean) -> register((GenericApplicationContext) c, type, bean)))
                    .run(more));
        }

        @SuppressWarnings("unchecked")
        private static <T> void register(GenericApplicationContext context, Class<T> type, Supplier<?> bean) {
            context.registerBean(
                    "test" + type.getSimpleName(), type, (Supplier<T>) bean, definition -> definition.setPrimary(true));
        }
    }

    public static Plan in(Isolation corner) {
        return new Plan(corner);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Nobody's requests. */
    public WebTestClient http() {
        return http;
    }

    public JsonNode get(String token, String path) {
        return send(HttpMethod.GET, token, path, null);
    }

    public JsonNode post(String token, String path, @Nullable Object body) {
        return send(HttpMethod.POST, token, path, body);
    }

    private JsonNode send(HttpMethod method, String token, String path, @Nullable Object body) {
        var request = http.method(method).uri(path).headers(h -> h.setBearerAuth(token));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(JSON.writeValueAsString(body));
        }
        return JSON.readTree(request.exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    @Override
    public void close() {
        context.close();
    }
}
