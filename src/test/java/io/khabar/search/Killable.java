package io.khabar.search;

import java.io.IOException;

/** What a process has that may be killed. */
public interface Killable {

    /** Its store. */
    IndexStore store();

    /** What one finds that comes after this one was killed now. */
    Killable kill() throws IOException;
}
