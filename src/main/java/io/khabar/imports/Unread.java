package io.khabar.imports;

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
}
