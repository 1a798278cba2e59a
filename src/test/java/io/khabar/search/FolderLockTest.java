package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @Test
    void keepsTwoOutOfOneFolder(@TempDir Path folder) throws IOException {
        LuceneStore first = new LuceneStore(folder);
        LuceneStore second = new LuceneStore(folder);
        first.take();
        first.take();
        FolderInUseException refused = assertThrows(FolderInUseException.class, second::take);
        assertEquals(
                folder + " is in use by another Khabar (process "
                        + ProcessHandle.current().pid() + ")",
                refused.getMessage());
        first.leave();
        first.leave();
        second.take();
        assertThrows(FolderInUseException.class, first::take);
        second.leave();
    }
}
