package io.khabar.search;

import java.io.Serial;
import java.nio.file.Path;

/** Another process has its indexes in the folder. */
public final class FolderInUseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FolderInUseException(Path folder, String process) {
        super(folder + " is in use by another Khabar (process " + process + ")");
    }
}
