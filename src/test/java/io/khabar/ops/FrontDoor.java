package io.khabar.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The script {@code khabar} in a project of its own, on a machine that has nothing but the programs that every system has:
 * what else is there, a test puts there. Java and Maven are scripts that tell what they were asked.
 */
final class FrontDoor {

    /** What a run of the script printed, and how it ended. */
    record Run(int exitCode, List<String> output, String errors) {}

    private static final List<String> PROGRAMS =
            List.of("cat", "chmod", "dirname", "find", "head", "mkdir", "mv", "readlink", "rm", "sed");

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    private final Path project;
    private final Path programs;

    /** Where the folders of the system begin. */
    final Path root;

    final Path home;

    private final Map<String, String> environment = new TreeMap<>();

    FrontDoor(Path folder) throws IOException {
        project = Files.createDirectories(folder.resolve("the project"));
        programs = Files.createDirectories(folder.resolve("programs"));
        root = Files.createDirectories(folder.resolve("root"));
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Path.of("khabar"), project.resolve("khabar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("src/main/java"));
        Files.createDirectories(project.resolve("openapi/examples"));
        Files.writeString(project.resolve("src/main/java/A.java"), "");
        Files.writeString(project.resolve("pom.xml"), "");
        for (String program : PROGRAMS) {
            Files.createSymbolicLink(programs.resolve(program), existing(program));
        }
        environment.put("PATH", programs.toString());
        environment.put("HOME", home.toString());
        environment.put("KHABAR_JAVA_ROOT", root.toString());
    }

    private static Path existing(String program) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** A file of the project. */
    Path file(String name) {
        return project.resolve(name);
    }

    FrontDoor with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program where the PATH leads. */
    FrontDoor program(String name, String script) throws IOException {
        script(programs.resolve(name), script);
        return this;
    }

    /** Puts a link to a program where the PATH leads. */
    FrontDoor link(String name, Path target) throws IOException {
        Files.createSymbolicLink(programs.resolve(name), target);
        return this;
    }

    /** A Maven of some version: what it packages is there then, and {@code maven.log} has what it was asked. */
    FrontDoor maven(String version) throws IOException {
        return program("mvn", maven(version, ""));
    }

    /** What a Maven does. */
    static String maven(String version, String more) {
        return """
                if [ "$1" = --version ]; then echo 'Apache Maven %s (abc)'; exit; fi
                printf '%s %%s\\n' "$*" >>maven.log
                %s
                mkdir -p target/quarkus-app
                : >%s""".formatted(version, version, more, JAR);
    }

    /** A JDK in a folder, whose Java prints where it is, where the data is kept, and its arguments, each on a line. */
    static Path jdk(Path folder, String version) throws IOException {
        jre(folder, version);
        script(folder.resolve("bin/javac"), "echo javac " + version);
        return folder;
    }

    /** The same without a compiler. */
    static Path jre(Path folder, String version) throws IOException {
        script(folder.resolve("bin/java"), "printf '%s\\n' \"$JAVA_HOME\" \"${KHABAR_DATA_DIR:-}\" \"$@\"");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    static void script(Path file, String script) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs the script from the home folder. */
    Run run(String... arguments) throws Exception {
        Path errors = home.resolve("errors");
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of(project.resolve("khabar").toString()), Stream.of(arguments))
                                .toList())
                .directory(home.toFile())
                .redirectError(errors.toFile());
        command.environment().clear();
        command.environment().putAll(environment);
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.lines().toList(), Files.readString(errors));
    }
}
