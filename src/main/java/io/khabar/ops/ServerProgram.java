package io.khabar.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs of one PostgreSQL installation. */
final class ServerProgram {

    private final Path home;

    ServerProgram(Path home) {
        this.home = home;
    }

    /**
     * Runs a program to its end.
     *
     * @param output the file that receives what it prints
     * @return its exit code
     */
    int run(Path output, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (new com.sun.security.auth.module.UnixSystem().getUid() == 0) {
            // PostgreSQL refuses to run as root. In a user namespace without a mapping it is nobody to itself, while
            // its files stay root's.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // What the shell sets for other servers (PGPORT, PGOPTIONS, …) and languages must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s ran".formatted(program), e);
        }
    }

    /** The last lines of a log, for a message to the operator. */
    static String tail(Path log, int lines) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> all = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
