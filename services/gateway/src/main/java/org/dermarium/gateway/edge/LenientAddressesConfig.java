package org.dermarium.gateway.edge;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Lets every request pass {@link EncodeAddress} before anything reads its address. */
@Configuration(proxyBeanMethods = false)
class LenientAddressesConfig {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> lenientAddresses() {
        var encode = new EncodeAddress();
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "encode-address", encode)));
    }
}
