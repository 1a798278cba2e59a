import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * An OpenSearch of one node for tests, in a process of its own: run by {@code java -cp … Node.java PORT FOLDER}. It lives
 * as long as its standard input is open, so as long as the tests at most.
 */
class Node {

    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((_, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", arguments[0]);
            settings.put("discovery.type", "single-node");
            // The disk of a machine that runs tests may be nearly full.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        runner.build(newConfigs()
                .basePath(arguments[1])
                .numOfNode(1)
                .clusterName("khabar-tests")
                .disableESLogger());
        System.out.println("started");
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }
}
