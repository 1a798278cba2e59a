package io.khabar.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The articles of an input, one after the other, none of them held longer than it is asked for. */
interface Input {

    /**
     * The next one; null at the end.
     *
     * @throws IOException when the input broke off; what came before is whole
     */
    @Nullable Unread next() throws IOException;
}
