package org.dermarium.gateway;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A real HTTP server that stands where a service would, and remembers what reached it. */
public final class Upstream {

    /** Answers with its name, unless told otherwise. */
    public interface Behaviour extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    /** What a service saw of one request. */
    public record Seen(String method, String uri, HttpHeaders headers) {}

    private final String name;
    private volatile DisposableServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile Behaviour behaviour;

    public Upstream(String name) {
        this.name = name;
        this.behaviour = naming();
        this.server = listening(0);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    /** Closes its port and all connections, as a killed process would. */
    public void stop() {
        server.disposeNow();
        connections.close().syncUninterruptibly();
    }

    public void start() {
        server = listening(server.port());
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public void reset() {
        behaviour = naming();
        seen.clear();
    }

    public List<Seen> seen() {
        return seen;
    }

    public Seen last() {
        return seen.getLast();
    }

    private DisposableServer listening(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .handle(this::handle)
                .bindNow();
    }

    private Behaviour naming() {
        return (request, response) -> request.receive()
                .then(response.header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"service\":\"" + name + "\"}"))
                        .then());
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        seen.add(new Seen(
                request.method().name(), request.uri(), request.requestHeaders().copy()));
        return behaviour.apply(request, response);
    }
}
