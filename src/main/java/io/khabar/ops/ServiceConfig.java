package io.khabar.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the service as a whole. */
@ConfigMapping(prefix = "khabar")
interface ServiceConfig {

    /**
     * Where the embedded database and everything else that must outlive a restart is kept. Made if missing, relative to
     * the working directory. Not used for the database when {@code quarkus.datasource.jdbc.url} is set.
     */
    @WithDefault(DataFolder.DEFAULT)
    Path dataDir();
}
