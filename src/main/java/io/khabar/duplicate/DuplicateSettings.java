package io.khabar.duplicate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether copies are looked for. */
@ConfigMapping(prefix = "khabar.duplicates")
interface DuplicateSettings {

    /**
     * Whether this process looks for copies. Of several processes on one database one does it at a time; where none
     * does, articles keep what is known of them.
     */
    @WithDefault("true")
    boolean enabled();
}
