package org.dermarium.embedded.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTests {

    @Test
    void namesProcessAndCommandThatHoldIt() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new Port(socket.getLocalPort());

            assertThat(port.isFree()).isFalse();
            assertThat(port.owner())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("java");
        }
    }

    @Test
    void isFreeOnceItsHolderLetGo() throws IOException {
        int number;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            number = socket.getLocalPort();
        }

        assertThat(new Port(number).isFree()).isTrue();
    }

    @Test
    void seesHolderThatListensOnAllInterfaces() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(new Port(socket.getLocalPort()).isFree()).isFalse();
        }
    }
}
