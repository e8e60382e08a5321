package org.dermarium.embedded;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.embedded.dashboard.Dashboards;
import org.dermarium.embedded.fleet.Detached;
import org.dermarium.embedded.fleet.Fleet;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.Running;
import org.dermarium.embedded.service.Services;
import org.dermarium.embedded.service.Training;

/** Servers, then services, then the demo data of the first time. */
record Up(Installation installation) {

    /** Of the accounts that identity makes where demo mode is on. */
    private static final String DEMO_PASSWORD = "dermarium-demo";

    /** Returns when everything is ready; what was started is stopped again when that fails or is interrupted. */
    void start(boolean withDashboards) {
        installation.services().requireBuilt();
        Instant begin = Instant.now();
        Fleet fleet = installation.fleet();
        Thread undo = new Thread(fleet::undo);
        Runtime.getRuntime().addShutdownHook(undo);
        installation.progress().say("Starting in " + installation.home().root());
        fleet.stop(noLongerWanted(fleet));
        Instances.of(installation.home()).keep(installation.instances());
        fleet.start(installation.servers().daemons());
        installation.servers().createDatabases(installation.services().databases());
        for (int number = 1; number <= installation.instances(); number++) {
            fleet.start(installation.services().daemons(number));
        }
        if (withDashboards) {
            startDashboards(fleet);
        }
        fleet.start(List.of(installation.supervisor()));
        Runtime.getRuntime().removeShutdownHook(undo);
        installation.progress().say("Ready after " + Progress.seconds(Duration.between(begin, Instant.now())) + ".");
    }

    /** The supervisor, which may be that of an older build, and instances beyond the number that is wanted now. */
    private List<Running> noLongerWanted(Fleet fleet) {
        List<String> wanted =
                installation.services().daemons().stream().map(Daemon::name).toList();
        return Stream.concat(
                        fleet.find(installation.supervisor()).stream(),
                        installation.home().runFiles().all().stream()
                                .filter(running -> running.tier() == Services.TIER)
                                .filter(running -> !wanted.contains(running.name())))
                .toList();
    }

    private void startDashboards(Fleet fleet) {
        Dashboards dashboards = installation.dashboards();
        List<Daemon> wanted = dashboards.wanted();
        fleet.start(wanted);
        wanted.forEach(daemon -> installation.progress().say(daemon.name() + ": " + dashboards.address(daemon)));
    }

    /** What comes after, while others may already work with the system. */
    void settle() throws IOException, InterruptedException {
        new Seeding(installation).firstTime();
        startTraining();
        greet();
    }

    /** In the background and at the lowest priority, by a launcher of its own. */
    private void startTraining() throws IOException, InterruptedException {
        if ("off".equals(System.getenv("DERMARIUM_TRAINING"))
                || new Training(installation.services()).wanting().isEmpty()) {
            return;
        }
        List<String> command = Jvm.command(installation.home(), "training", Compiling.QUICK, "-Xmx64m");
        command.addAll(0, List.of("nice", "-n", "19"));
        command.addAll(List.of(
                "-Ddermarium.root=" + installation.sources(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "train"));
        new ProcessBuilder(Detached.command(command))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                        installation.home().logs().resolve("training.log").toFile())
                .start();
    }

    private void greet() {
        installation.progress().say("""

                Dermarium   %s
                Sign in as  staff@example.org, contributor@example.org or researcher@example.org
                Password    %s
                Stop it     ./dermarium down
                """.formatted(installation.publicUrl(), DEMO_PASSWORD));
    }
}
