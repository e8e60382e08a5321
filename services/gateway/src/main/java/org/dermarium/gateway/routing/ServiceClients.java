package org.dermarium.gateway.routing;

import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.reactive.ReactiveLoadBalancer;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** HTTP clients for what the gateway itself asks the services; instances are chosen as for the requests it hands on. */
@Component
public class ServiceClients {

    private final WebClient.Builder http;
    private final Upstreams upstreams;
    private final ExchangeFilterFunction balanced;

    ServiceClients(
            WebClient.Builder http, Upstreams upstreams, ReactiveLoadBalancer.Factory<ServiceInstance> balancers) {
        this.http = http;
        this.upstreams = upstreams;
        this.balanced = new ReactorLoadBalancerExchangeFilterFunction(balancers, List.of());
    }

    /** A client whose addresses are paths of this service, to be built further. */
    public WebClient.Builder of(String service) {
        int others = upstreams.of(service).size() - 1;
        return http.clone()
                .baseUrl("http://" + service)
                .filter((request, next) -> withOtherInstances(request, next, others))
                .filter(balanced);
    }

    private static Mono<ClientResponse> withOtherInstances(ClientRequest request, ExchangeFunction next, int others) {
        boolean changesNothing = request.method() == HttpMethod.GET;
        ClientRequest remembered = ClientRequest.from(request)
                .attribute(Tries.ATTRIBUTE, Tries.none())
                .build();
        return next.exchange(remembered)
                .retryWhen(Retry.max(others)
                        .filter(failure -> Tries.mayBeRepeated(changesNothing, cause(failure)))
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof WebClientRequestException request && request.getCause() != null
                ? request.getCause()
                : failure;
    }
}
