package io.khabar.imports;

import io.khabar.imports.ImportReport.Finding;
import java.util.List;

/** One article of an input that is not read yet: reading is work, and done by several threads. */
interface Unread {

    /** Takes it apart. Pure; never fails, but says in its findings what is wrong. */
    Candidate read();

    /** About how many bytes it holds. */
    int size();

    /** One that was read already. */
    static Unread of(Candidate candidate, int size) {
        return new Unread() {
            @Override
            public Candidate read() {
                return candidate;
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** The same with something that is worth knowing of it before it is read. */
    default Unread with(List<Finding> findings) {
        Unread plain = this;
        return new Unread() {
            @Override
            public Candidate read() {
                return plain.read().with(findings);
            }

            @Override
            public int size() {
                return plain.size();
            }
        };
    }
}
