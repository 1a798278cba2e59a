package io.khabar.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The files of archives. */
final class PackedFiles {

    private static final int HEADER = 1024;
    private static final int NAME_FLAG = 8;
    private static final int NAME_AT = 10;

    /** How what stands behind the last file begins: the directory, the end of it, and what may stand before them. */
    private static final Set<String> BEHIND_FILES = Set.of("PK\1\2", "PK\5\6", "PK\6\6", "PK\6\b");

    private PackedFiles() {}

    /**
     * A ZIP archive that says where it breaks off: the platform's takes that for its end, and the files behind for none.
     */
    private static final class WholeZip extends ZipInputStream {

        WholeZip(InputStream packed, Charset charset) {
            super(packed, charset);
        }

        @Override
        public @Nullable ZipEntry getNextEntry() throws IOException {
            closeEntry();
            byte[] next = in.readNBytes(4);
            ((PushbackInputStream) in).unread(next);
            ZipEntry entry = super.getNextEntry();
            String begins = new String(next, StandardCharsets.ISO_8859_1);
            if (entry == null && !BEHIND_FILES.contains(begins)) {
                // Within the head of a file, or where one ends.
                throw next.length < 4 || begins.equals("PK\3\4")
                        ? new EOFException()
                        : new ZipException("what stands behind a file is no part of an archive");
            }
            return entry;
        }
    }

    /** Those of a ZIP archive, folders and what systems add for themselves left out. */
    static Files zip(InputStream packed, Bounds bounds) {
        // Names that are not marked as UTF-8 are in the code page of some system; in this one no octet is wrong.
        ZipInputStream zip = new WholeZip(packed, StandardCharsets.ISO_8859_1);
        InputStream content = bounds.unpacked(zip);
        boolean[] open = {false};
        return () -> {
            while (true) {
                if (open[0]) {
                    // Counted; the archive itself would read over the rest uncounted.
                    content.transferTo(OutputStream.nullOutputStream());
                    open[0] = false;
                }
                ZipEntry entry = entry(zip);
                if (entry == null) {
                    return null;
                }
                bounds.file();
                open[0] = true;
                String name = utf8(entry.getName());
                boolean hidden = name.startsWith("__MACOSX/")
                        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
                if (!entry.isDirectory() && !hidden) {
                    return new Files.File(name, Form.ofName(name), null, content);
                }
            }
        };
    }

    private static @Nullable ZipEntry entry(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException unreadable) {
            // A name that is marked as UTF-8 and is not.
            ZipException broken = new ZipException("A name in the archive is not UTF-8.");
            broken.initCause(unreadable);
            throw broken;
        }
    }

    /** A name whose octets were read one by one, as UTF-8 where it is that; many programs do not mark it. */
    private static String utf8(String name) {
        if (name.chars().anyMatch(unit -> unit > 0xFF)) {
            return name;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return name;
        }
    }

    /**
     * The one that is packed by gzip (RFC 1952).
     *
     * @param outer what the packed file is called
     */
    static Files gzip(InputStream packed, String outer, Bounds bounds) {
        boolean[] read = {false};
        return () -> {
            if (read[0]) {
                return null;
            }
            read[0] = true;
            bounds.file();
            BufferedInputStream in = new BufferedInputStream(packed, HEADER);
            in.mark(HEADER);
            String own = name(in.readNBytes(HEADER));
            in.reset();
            String bare = outer.endsWith(".gz") ? outer.substring(0, outer.length() - 3) : outer;
            String name = Form.ofName(bare) == null && !own.isEmpty() ? own : bare;
            return new Files.File(name, Form.ofName(name), null, bounds.unpacked(new GZIPInputStream(in)));
        };
    }

    /** The name in the header; empty where there is none. */
    private static String name(byte[] header) {
        if (header.length <= NAME_AT || header[3] != NAME_FLAG) {
            return "";
        }
        int end = NAME_AT;
        while (end < header.length && header[end] != 0) {
            end++;
        }
        return new String(header, NAME_AT, end - NAME_AT, StandardCharsets.UTF_8);
    }
}
