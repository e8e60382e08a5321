package org.dermarium.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.LoadBalancerLifecycle;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.client.loadbalancer.ResponseData;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/**
 * What the load balancer of one service is made of; each service has its own. Its instances are asked in turn. Where there
 * are several, those that do not answer their health check are left out, unless none does: then the requests themselves show
 * what is wrong.
 */
class Balancing {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context, Upstreams upstreams) {
        String service = LoadBalancerClientFactory.getName(context.getEnvironment());
        var all = Configured.at(service, upstreams.of(service));
        if (all.instances().size() == 1) {
            return all;
        }
        var healthy = ServiceInstanceListSupplier.builder()
                .withBase(all)
                .withHealthChecks(WebClient.create())
                .build(context);
        return new Untried(all, healthy);
    }

    @Bean
    LoadBalancerLifecycle<RequestDataContext, ResponseData, ServiceInstance> remembersTries() {
        return new LoadBalancerLifecycle<>() {

            @Override
            public void onStart(Request<RequestDataContext> request) {}

            @Override
            public void onStartRequest(Request<RequestDataContext> request, Response<ServiceInstance> chosen) {
                Tries tries = Tries.of(request);
                ServiceInstance instance = chosen.getServer();
                if (tries != null && instance != null) {
                    tries.instances().add(instance.getInstanceId());
                }
            }

            @Override
            public void onComplete(CompletionContext<ResponseData, ServiceInstance, RequestDataContext> context) {}
        };
    }

    /** The instances as they are set; one alone bears its service's name. */
    private record Configured(String service, List<ServiceInstance> instances) implements ServiceInstanceListSupplier {

        static Configured at(String service, List<URI> addresses) {
            return new Configured(
                    service,
                    IntStream.range(0, addresses.size())
                            .mapToObj(i -> instance(
                                    addresses.size() == 1 ? service : service + "-" + (i + 1),
                                    service,
                                    addresses.get(i)))
                            .toList());
        }

        private static ServiceInstance instance(String name, String service, URI address) {
            boolean isSecure = "https".equals(address.getScheme());
            int usual = isSecure ? HTTPS : HTTP;
            int port = address.getPort() < 0 ? usual : address.getPort();
            return new DefaultServiceInstance(name, service, address.getHost(), port, isSecure);
        }

        @Override
        public String getServiceId() {
            return service;
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return Flux.just(instances);
        }
    }

    /** Leaves out what this request was sent to already, and what is not healthy, as long as others remain. */
    private record Untried(Configured all, ServiceInstanceListSupplier healthy) implements ServiceInstanceListSupplier {

        @Override
        public String getServiceId() {
            return all.service();
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return healthy.get();
        }

        @Override
        public Flux<List<ServiceInstance>> get(Request request) {
            Tries tries = Tries.of(request);
            return healthy.get().map(well -> {
                List<ServiceInstance> left = without(tries, well);
                return left.isEmpty() ? without(tries, all.instances()) : left;
            });
        }

        private static List<ServiceInstance> without(@Nullable Tries tries, List<ServiceInstance> instances) {
            return tries == null
                    ? instances
                    : instances.stream()
                            .filter(instance -> !tries.instances().contains(instance.getInstanceId()))
                            .toList();
        }
    }
}
