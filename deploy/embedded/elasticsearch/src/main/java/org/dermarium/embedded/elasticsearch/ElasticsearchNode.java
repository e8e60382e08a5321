package org.dermarium.embedded.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node until it is told to stop. System property {@code es.path.home} names the folder with
 * {@code config}, {@code lib} and {@code modules}; arguments are settings, {@code name=value}. Unlike the official
 * start-up it needs no agent, no bootstrap checks and no other account than the caller's, root included.
 */
public final class ElasticsearchNode {

    private ElasticsearchNode() {}

    public static void main(String[] args) {
        try {
            run(Path.of(System.getProperty("es.path.home")).toAbsolutePath(), args);
        } catch (Throwable failure) {
            failure.printStackTrace();
            // Threads of a half-started node would keep the process alive.
            System.exit(1);
        }
    }

    private static void run(Path home, String[] args) throws Exception {
        System.setProperty("org.elasticsearch.nativeaccess.enableVectorLibrary", "false");
        linkZstd(home);
        // Has to come before any class of the server that logs.
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        Environment environment = environment(home, args);
        LogConfigurator.setClusterName(environment.settings().get("cluster.name"));
        LogConfigurator.setNodeName(environment.settings().get("node.name"));
        LogConfigurator.configure(environment, true);
        Files.createDirectories(environment.logsDir());
        var plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
        Node node = new Node(environment, plugins);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "stop-node"));
        node.start();
        stopped.await();
    }

    private static Environment environment(Path home, String[] args) {
        Settings.Builder settings = Settings.builder().put("path.home", home);
        for (String arg : args) {
            String[] setting = arg.split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        return InternalSettingsPreparer.prepareEnvironment(
                settings.build(), Map.of(), home.resolve("config"), () -> "embedded");
    }

    private static void stop(Node node, CountDownLatch stopped) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(20, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException failure) {
            failure.printStackTrace();
        } finally {
            stopped.countDown();
        }
    }

    /** The node looks for zstd below its own home; without it, it switches off native access as a whole. */
    private static void linkZstd(Path home) throws IOException {
        String arch = System.getProperty("os.arch");
        Path link = home.resolve("lib/platform/linux-" + (arch.equals("aarch64") ? arch : "x64") + "/libzstd.so");
        if (Files.exists(link)) {
            return;
        }
        var found = Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
                .map(folder -> Path.of(folder, "libzstd.so.1"))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("libzstd.so.1 is not installed: the node runs without native access");
            return;
        }
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, found.get());
    }
}
