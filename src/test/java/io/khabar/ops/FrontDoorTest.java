package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.ops.FrontDoor.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code khabar} finds what it needs, and says what it does not find. */
class FrontDoorTest {

    @TempDir
    private Path folder;

    private FrontDoor door;

    @BeforeEach
    void build() throws IOException {
        // Where a link leads is said without links.
        door = new FrontDoor(folder.toRealPath()).maven("3.9.9");
    }

    private void finds(Path jdk) throws Exception {
        Run run = door.run("start");
        assertEquals(0, run.exitCode(), run.errors());
        assertEquals(jdk.toString(), run.output().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25-jdk-amd64",
                "usr/lib64/jvm/java-25",
                "usr/java/jdk-25",
                "opt/java/openjdk",
                "opt/jdk-25",
                "opt/temurin",
                "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
                "usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
            })
    void findsAJdkInTheUsualFoldersOfTheSystem(String usual) throws Exception {
        finds(FrontDoor.jdk(door.root.resolve(usual), "25.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sdkman/candidates/java/25.0.1-tem",
                ".jdks/temurin-25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
            })
    void findsAJdkInTheUsualFoldersOfAPerson(String usual) throws Exception {
        finds(FrontDoor.jdk(door.home.resolve(usual), "26-ea"));
    }

    @Test
    void findsAJdkWhereSdkmanIs() throws Exception {
        Path jdk = FrontDoor.jdk(folder.toRealPath().resolve("sdkman/candidates/java/25-open"), "25");
        door.with("SDKMAN_DIR", folder.toRealPath().resolve("sdkman").toString());
        finds(jdk);
    }

    @Test
    void asksMacOsForAJdk() throws Exception {
        Path jdk = FrontDoor.jdk(folder.toRealPath().resolve("somewhere/Contents/Home"), "25.0.1");
        FrontDoor.script(
                door.root.resolve("usr/libexec/java_home"), "[ \"$*\" = '-v 25+' ] && echo '%s'".formatted(jdk));
        finds(jdk);
    }

    @Test
    void takesTheCallersJdkBeforeThatOnThePathBeforeOthers() throws Exception {
        Path system = FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        finds(system);
        Path onPath = FrontDoor.jdk(folder.toRealPath().resolve("on the path"), "25.0.1");
        // As Debian's alternatives: a chain of links, one of them relative.
        Path alternatives = Files.createDirectories(door.root.resolve("etc/alternatives"));
        Files.createSymbolicLink(alternatives.resolve("javac"), onPath.resolve("bin/javac"));
        door.link("javac", Path.of("../root/etc/alternatives/javac"));
        finds(onPath);
        Path callers = FrontDoor.jdk(folder.toRealPath().resolve("caller's"), "25.0.1");
        door.with("JAVA_HOME", callers.toString());
        finds(callers);
    }

    @Test
    void passesOverWhatIsOlderOrNoJdk() throws Exception {
        Path older = FrontDoor.jdk(folder.toRealPath().resolve("older"), "21.0.5");
        door.with("JAVA_HOME", older.toString()).link("javac", older.resolve("bin/javac"));
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/a"), "1.8.0_402");
        FrontDoor.jre(door.root.resolve("usr/lib/jvm/b"), "25.0.1");
        Path jdk = FrontDoor.jdk(door.root.resolve("usr/lib/jvm/c"), "25.0.1");
        // What says nothing of its version is asked.
        Files.delete(jdk.resolve("release"));
        finds(jdk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "test", "dev", "bench", "jdk"})
    void saysInOneLineWhatToInstallWhereThereIsNoJdk(String command) throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/old"), "24.0.2");
        assertEquals(
                new Run(
                        1,
                        List.of(),
                        "khabar: needs a JDK 25 or newer: install one (for example Eclipse Temurin,"
                                + " https://adoptium.net) or set JAVA_HOME\n"),
                door.run(command));
    }

    @Test
    void saysWhichJdkItUses() throws Exception {
        Path jdk = FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        assertEquals(new Run(0, List.of(jdk.toString()), ""), door.run("jdk"));
    }

    @Test
    void helpsWithoutAJdk() throws Exception {
        Run help = door.run("help");
        assertEquals(0, help.exitCode());
        assertEquals("Usage: ./khabar COMMAND [ARGUMENTS]", help.output().getFirst());
        for (String command : List.of("start", "test", "dev", "bench", "jdk", "help")) {
            assertTrue(help.output().stream().anyMatch(line -> line.startsWith("  " + command + " ")), command);
        }
        assertEquals(help, door.run());
        assertEquals(help, door.run("--help"));
    }

    @Test
    void helpsWhereACommandIsNotKnown() throws Exception {
        Run help = door.run("help");
        Run unknown = door.run("strat");
        assertEquals(2, unknown.exitCode());
        assertEquals(List.of(), unknown.output());
        assertEquals(String.join("\n", help.output()) + "\n", unknown.errors());
    }

    @Test
    void givesTheServiceWhatFollows() throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        door.with("KHABAR_DATA_DIR", "my data").with("KHABAR_JAVA_OPTS", "-Xmx1g -Dopt=1");
        Run run = door.run("start", "--", "-Dquarkus.http.port=9", "two words", "--", "", "-Xss1m", "*");
        List<String> output = run.output();
        assertEquals(door.home.resolve("my data").toString(), output.get(1));
        assertEquals("-Xmx256m", output.get(2));
        assertEquals(
                List.of(
                        "-Xmx1g",
                        "-Dopt=1",
                        "-Dquarkus.http.port=9",
                        "-Xss1m",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "two words",
                        "--",
                        "",
                        "*"),
                output.subList(output.indexOf("-Xmx1g"), output.size()));
        assertEquals(
                List.of(),
                door.run("start").output().stream().filter("--"::equals).toList());
    }

    @Test
    void takesAnotherCollectorThatIsNamed() throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        assertTrue(door.run("start").output().contains("-XX:+UseSerialGC"));
        List<String> named = door.run("start", "--", "-XX:+UseG1GC", "-Xmx4g").output();
        assertEquals(
                List.of("-XX:+UseG1GC"),
                named.stream().filter(option -> option.endsWith("GC")).toList());
        assertFalse(named.contains("-XX:MaxNewSize=48m"), named::toString);
        door.with("KHABAR_JAVA_OPTS", "-XX:+UseZGC -Xmx4g");
        assertFalse(door.run("start").output().contains("-XX:+UseSerialGC"));
    }

    private void builds(int times) throws Exception {
        Run run = door.run("start");
        assertEquals(0, run.exitCode(), run.errors());
        List<String> asked = Files.readAllLines(door.file("maven.log"));
        assertEquals(times, asked.size(), asked::toString);
        assertTrue(asked.getLast().endsWith(" package"), asked::toString);
    }

    @Test
    void buildsOnlyWhatHasChanged() throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        builds(1);
        builds(1);
        Path code = door.file("src/main/java/A.java");
        for (Path changed :
                List.of(code, door.file("pom.xml"), code.resolveSibling(""), door.file("openapi/examples"))) {
            FileTime before = Files.getLastModifiedTime(changed);
            int builds = Files.readAllLines(door.file("maven.log")).size();
            Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
            builds(builds + 1);
            Files.setLastModifiedTime(changed, before);
            builds(builds + 1);
        }
    }

    @Test
    void showsWhyABuildFailedAndBuildsAgain() throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        door.program("mvn", FrontDoor.maven("3.9.9", "echo 'a mistake'; [ ! -e broken ] || exit 1"));
        Files.createFile(door.file("broken"));
        Run run = door.run("start");
        assertEquals(1, run.exitCode());
        assertEquals(List.of(), run.output());
        assertTrue(run.errors().contains("a mistake\nkhabar: the build failed "), run.errors());
        Files.delete(door.file("broken"));
        builds(2);
    }

    @Test
    void bringsAMavenWhereThatOfTheMachineIsOld() throws Exception {
        FrontDoor.jdk(door.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        String bring = """
                case $* in *:unpack*)
                    mkdir -p apache-maven-3.9.14/bin
                    cat >apache-maven-3.9.14/bin/mvn <<'END'
                #!/bin/sh
                %s
                END
                    exit ;;
                esac""".formatted(FrontDoor.maven("3.9.14", ""));
        door.program("mvn", FrontDoor.maven("3.6.3", bring));
        builds(1);
        assertTrue(Files.readString(door.file("maven.log")).startsWith("3.9.14 "));
        assertFalse(Files.exists(door.file(".mvn-home/unfinished")));
    }

    @Test
    void takesTheWrapperWhereThereIsNoMaven() throws Exception {
        FrontDoor bare = new FrontDoor(Files.createDirectory(folder.toRealPath().resolve("bare")));
        FrontDoor.jdk(bare.root.resolve("usr/lib/jvm/jdk"), "25.0.1");
        FrontDoor.script(bare.file("mvnw"), FrontDoor.maven("wrapped", ""));
        assertEquals(0, bare.run("start").exitCode());
        assertTrue(Files.readString(bare.file("maven.log")).startsWith("wrapped "));
    }
}
