package io.khabar.ops;

/**
 * One reason not to start: which setting, what is wrong with it, and what to do.
 *
 * @param setting the configuration property, as it is written in {@code application.properties}
 * @param problem what was found, as one sentence
 * @param remedy what the operator can do about it, as one sentence
 */
record Finding(String setting, String problem, String remedy) {

    /** The property's name as an environment variable, by the rule of MicroProfile Config. */
    String environmentVariable() {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "%s (%s): %s %s".formatted(setting, environmentVariable(), problem, remedy);
    }
}
