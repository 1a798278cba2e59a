package io.khabar.ops;

import java.util.List;
import java.util.stream.Collectors;

/** The service cannot run as it is configured. Its message is for the operator, and lists every finding. */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    StartupRefused(List<Finding> findings) {
        super(
                findings.stream()
                        .map(finding -> "  - " + finding)
                        .collect(Collectors.joining("\n", "Khabar does not start:\n", "")),
                null,
                false,
                false);
        this.findings = List.copyOf(findings);
    }

    StartupRefused(Finding finding) {
        this(List.of(finding));
    }

    List<Finding> findings() {
        return findings;
    }
}
