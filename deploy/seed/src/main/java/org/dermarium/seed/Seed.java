package org.dermarium.seed;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.client.Api;
import org.dermarium.client.Refused;
import org.dermarium.seed.load.SeedFailed;

/** {@code seed demo}, {@code seed DIR [--embargo-every N]} or {@code seed comparison [FILE]}. */
public final class Seed {

    private static final String USAGE = """
            usage: seed demo
                   seed DIR [--embargo-every N]     DIR holds MILK10k_Training_Metadata.csv and _Supplement.csv
                   seed comparison [FILE]           FILE is comparison-set.csv
            DERMARIUM_URL (http://127.0.0.1:8000) and DERMARIUM_IDENTITY (http://127.0.0.1:8101) say where.""";

    private Seed() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    static int run(List<String> args) {
        try {
            var archive = Api.patientlyAt(
                    address("DERMARIUM_URL", address("DERMARIUM_PUBLIC_URL", "http://127.0.0.1:8000")),
                    address("DERMARIUM_IDENTITY", "http://127.0.0.1:8101"));
            return run(archive, new ArrayList<>(args));
        } catch (Refused e) {
            System.err.println("seed: " + e.getMessage());
            return 1;
        }
    }

    private static int run(Api archive, List<String> args) {
        int embargoEvery = option(args, "--embargo-every");
        String what = args.isEmpty() ? "" : args.getFirst();
        if (args.size() == 1 && what.equals("demo")) {
            new Demo(archive).load();
        } else if (what.equals("comparison") && args.size() <= 2) {
            Path file = args.size() == 2 ? Path.of(args.get(1)) : shared("data/comparison-set.csv");
            new Comparison(archive, ComparisonSet.read(file)).load();
        } else if (args.size() == 1 && Files.isDirectory(Path.of(what))) {
            new Milk10kLoad(archive).load(Milk10k.read(Path.of(what)), embargoEvery);
        } else {
            System.err.println(USAGE);
            return 2;
        }
        return 0;
    }

    private static int option(List<String> args, String name) {
        int at = args.indexOf(name);
        if (at < 0) {
            return 0;
        }
        try {
            int value = Integer.parseInt(args.get(at + 1));
            args.subList(at, at + 2).clear();
            return value;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new SeedFailed(name + " needs a number");
        }
    }

    private static Path shared(String path) {
        String root = System.getenv().getOrDefault("DERMARIUM_SHARED", "../shared");
        return Path.of(root).resolve(path);
    }

    private static String address(String variable, String usual) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? usual : URI.create(value).toString();
    }
}
