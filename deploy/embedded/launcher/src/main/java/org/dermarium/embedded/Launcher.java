package org.dermarium.embedded;

import java.nio.file.Path;
import java.util.List;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Secrets;
import org.dermarium.embedded.process.CannotStart;
import org.dermarium.embedded.process.Fleet;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.server.Servers;

public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Path built = Path.of(System.getProperty("dermarium.root")).resolve("deploy/embedded");
        try {
            Home home = Home.open(Path.of(args[2]));
            home.lock();
            Fleet fleet = new Fleet(home.runFiles(), home.logs(), new Progress(System.out));
            if (args[1].equals("start")) {
                Ports ports = args.length > 3 ? new Ports(0, Integer.parseInt(args[3])) : Ports.free();
                Servers servers = new Servers(home, ports, Secrets.of(home), built);
                fleet.start(servers.daemons());
                System.out.println(servers.writeAddresses());
            } else {
                fleet.stopAll(home.marker());
            }
        } catch (CannotStart problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }
}
