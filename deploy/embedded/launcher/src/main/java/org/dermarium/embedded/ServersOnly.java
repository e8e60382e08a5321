package org.dermarium.embedded;

import java.nio.file.Path;
import java.util.List;
import org.dermarium.embedded.fleet.Fleet;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.server.Servers;

/**
 * The servers without any service, for tests: {@code start DIR [BASE_PORT]} and {@code stop DIR}. Without a base
 * port free ones are taken; {@code DIR/servers.properties} says which.
 */
record ServersOnly(Path sources) {

    int run(List<String> args) {
        boolean start = !args.isEmpty() && args.getFirst().equals("start");
        boolean stop = !args.isEmpty() && args.getFirst().equals("stop");
        if (args.size() < 2 || !start && !stop) {
            System.err.println("Usage: ./dermarium servers start|stop DIR [BASE_PORT]");
            return 2;
        }
        Path folder = Path.of(args.get(1));
        Ports ports = args.size() > 2
                ? new Ports(Ports.DEFAULT_GATEWAY, Integer.parseInt(args.get(2)))
                : Servers.portsOfRunning(Home.open(folder)).orElseGet(Ports::free);
        Installation installation = Installation.withoutServices(sources, folder, ports);
        try (var only = installation.home().lock(Launcher.TURN)) {
            if (start) {
                start(installation);
            } else {
                Launcher.down(installation);
            }
        }
        return 0;
    }

    private static void start(Installation installation) {
        Fleet fleet = installation.fleet();
        Thread undo = new Thread(fleet::undo);
        Runtime.getRuntime().addShutdownHook(undo);
        fleet.start(installation.servers().daemons());
        Runtime.getRuntime().removeShutdownHook(undo);
        System.out.println(installation.servers().writeAddresses());
    }
}
