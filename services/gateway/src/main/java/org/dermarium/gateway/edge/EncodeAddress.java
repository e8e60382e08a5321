package org.dermarium.gateway.edge;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;

/**
 * Encodes what clients send bare in addresses although the rules ask them to encode it: square brackets and braces of a
 * search, as browsers' address bars, {@code fetch} and curl do. Everything behind reads strict addresses.
 */
@ChannelHandler.Sharable
final class EncodeAddress extends ChannelInboundHandlerAdapter {

    private static final String BARE = "\"<>\\^`{|}[]";
    private static final String HEX = "0123456789abcdefABCDEF";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request && request.uri().startsWith("/")) {
            request.setUri(encoded(request.uri()));
        }
        super.channelRead(context, message);
    }

    static String encoded(String address) {
        if (isStrict(address)) {
            return address;
        }
        var strict = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (mustBeEncoded(address, i)) {
                // The line was read byte by byte: each character is one byte of UTF-8.
                strict.append(String.format(Locale.ROOT, "%%%02X", c & 0xFF));
            } else {
                strict.append(c);
            }
        }
        return strict.toString();
    }

    private static boolean isStrict(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (mustBeEncoded(address, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mustBeEncoded(String address, int i) {
        char c = address.charAt(i);
        if (c == '%') {
            return !isHex(address, i + 1) || !isHex(address, i + 2);
        }
        return c <= ' ' || c > '~' || BARE.indexOf(c) >= 0;
    }

    private static boolean isHex(String address, int i) {
        return i < address.length() && HEX.indexOf(address.charAt(i)) >= 0;
    }
}
