package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README's table of settings is what the code reads: the names of all, and the defaults of those that have one. */
class ConfigurationTableTest {

    /** Read one by one, as its default depends on the database. */
    private static final String SAMPLE = "khabar.sample";

    private static final Pattern ROW = Pattern.compile("^\\| `(khabar\\.[a-z.-]+)`[^|]*\\| ([^|]+) \\|.*");

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @Test
    void namesWhatTheCodeReads() throws IOException {
        Map<String, String> documented = documented();
        Map<String, String> read = read(documented);
        assertEquals(read, documented);
    }

    /** Defaults by name; for those without a default of the annotation what README says, as nothing else tells. */
    private static Map<String, String> read(Map<String, String> documented) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(SAMPLE, documented.getOrDefault(SAMPLE, ""));
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.khabar")) {
            if (!type.isAnnotatedWith(ConfigMapping.class)) {
                continue;
            }
            String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
            for (JavaMethod method : type.getMethods()) {
                String name = prefix + "."
                        + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
                settings.put(
                        name,
                        method.isAnnotatedWith(WithDefault.class)
                                ? method.getAnnotationOfType(WithDefault.class).value()
                                : documented.getOrDefault(name, ""));
            }
        }
        return settings;
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher code = CODE.matcher(row.group(2));
                settings.put(row.group(1), code.find() ? code.group(1) : row.group(2));
            }
        }
        return settings;
    }
}
