package io.khabar.feed;

import io.khabar.imports.encoding.Encodings;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * OPML 2.0 subscription lists. An outline without an address is a section of the feeds in it. What OPML has no attribute for
 * stands in a namespace of ours, so that what was written is read back whole. No document type is read, so that there are no
 * entities but those of XML.
 */
final class Opml {

    /** Feeds of one document. */
    static final int MOST = 5_000;

    /** Outlines in each other. */
    static final int DEEPEST = 32;

    private static final String NAMESPACE = "urn:khabar:opml";
    /** Most characters of a section. */
    static final int LONGEST_SECTION = 100;

    /** What cannot be read as OPML. The message is about the document, without subject. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    private Opml() {}

    /**
     * The feeds of a document, in its order.
     *
     * @param charset the encoding that the transport names, which beats what the document says (RFC 7303), but not a byte
     *     order mark; null where it names none
     */
    static List<OpmlEntry> read(byte[] document, @Nullable String charset) throws MalformedException {
        Encodings.Decoded decoded = Encodings.decode(document, charset);
        if (decoded.damaged()) {
            throw new MalformedException("is no text in " + decoded.encoding());
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(decoded.text()));
            try {
                return entries(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw new MalformedException("is not well-formed XML");
        }
    }

    private static List<OpmlEntry> entries(XMLStreamReader xml) throws XMLStreamException, MalformedException {
        List<OpmlEntry> entries = new ArrayList<>();
        // What the outlines are called that are open, the innermost first; empty for those that name no section.
        Deque<String> open = new ArrayDeque<>();
        boolean opml = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new MalformedException("has a document type, which is not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!opml && !xml.getLocalName().equals("opml")) {
                        throw new MalformedException("is not OPML: its root is not `opml`");
                    }
                    opml = true;
                    if (xml.getLocalName().equals("outline")) {
                        if (open.size() == DEEPEST) {
                            throw new MalformedException("has outlines deeper than " + DEEPEST + " in each other");
                        }
                        open.push(outline(xml, open, entries));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("outline")) {
                        open.pop();
                    }
                }
                default -> {}
            }
        }
        return entries;
    }

    /** Notes the feed that an outline is; what it is called where it is none, else an empty text. */
    private static String outline(XMLStreamReader xml, Deque<String> open, List<OpmlEntry> entries)
            throws MalformedException {
        String url = attribute(xml, null, "xmlUrl");
        if (url == null) {
            String text = attribute(xml, null, "text");
            return Objects.requireNonNullElse(text == null ? attribute(xml, null, "title") : text, "");
        }
        if (entries.size() == MOST) {
            throw new MalformedException("has more than " + MOST + " feeds");
        }
        String around =
                open.stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
        String section = around == null ? category(attribute(xml, null, "category")) : around;
        String kept = section == null ? null : cut(section);
        entries.add(new OpmlEntry(
                url,
                kept,
                !Objects.equals(section, kept),
                attribute(xml, null, "language"),
                attribute(xml, NAMESPACE, "source"),
                attribute(xml, NAMESPACE, "intervalMinutes"),
                attribute(xml, NAMESPACE, "enabled")));
        return "";
    }

    /** The last part of the first category: {@code /Boston/Weather,/Harvard} is {@code Weather}. */
    private static @Nullable String category(@Nullable String categories) {
        if (categories == null) {
            return null;
        }
        String first = categories.split(",", 2)[0].strip();
        String last = first.substring(first.lastIndexOf('/') + 1).strip();
        return last.isEmpty() ? null : last;
    }

    private static String cut(String section) {
        return section.codePointCount(0, section.length()) <= LONGEST_SECTION
                ? section
                : section.substring(0, section.offsetByCodePoints(0, LONGEST_SECTION));
    }

    private static @Nullable String attribute(XMLStreamReader xml, @Nullable String namespace, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String of = xml.getAttributeNamespace(i);
            boolean same = namespace == null ? of == null || of.isEmpty() : namespace.equals(of);
            // People write xmlurl and XMLURL, too.
            if (same && xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                String value = xml.getAttributeValue(i).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    /**
     * A document of feeds, those of a section together where they stand together.
     *
     * @param feeds with the name of their source, where they have one
     */
    static byte[] write(List<FeedView> feeds) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("khabar", NAMESPACE);
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Khabar");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            String section = null;
            for (FeedView feed : feeds) {
                if (!Objects.equals(section, feed.section())) {
                    if (section != null) {
                        xml.writeEndElement();
                    }
                    section = feed.section();
                    if (section != null) {
                        xml.writeStartElement("outline");
                        xml.writeAttribute("text", clean(section));
                    }
                }
                write(xml, feed);
            }
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(XMLStreamWriter xml, FeedView feed) throws XMLStreamException {
        String url = Objects.requireNonNull(feed.url());
        FeedView.Source source = feed.source();
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", clean(source == null || source.name() == null ? url : source.name()));
        xml.writeAttribute("xmlUrl", clean(url));
        if (feed.language() != null) {
            xml.writeAttribute("language", feed.language());
        }
        if (source != null && source.key() != null) {
            xml.writeAttribute("khabar", NAMESPACE, "source", source.key());
        }
        if (feed.intervalMinutes() != null) {
            xml.writeAttribute(
                    "khabar",
                    NAMESPACE,
                    "intervalMinutes",
                    feed.intervalMinutes().toString());
        }
        if (Boolean.FALSE.equals(feed.enabled())) {
            xml.writeAttribute("khabar", NAMESPACE, "enabled", "false");
        }
    }

    /** Without what XML 1.0 cannot hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(letter -> letter >= ' ' && letter != 0xFFFE && letter != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
