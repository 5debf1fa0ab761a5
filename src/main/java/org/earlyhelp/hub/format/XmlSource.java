package org.earlyhelp.hub.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML with StAX, which opens no other file, no address and no document type. */
final class XmlSource extends AbstractSource {
    private final SourceFormat.Xml format;
    private XMLStreamReader parser;
    private int depth;
    private final XmlElement around = new XmlElement(null, "");

    XmlSource(SourceFormat.Xml format, StrictReader text) {
        super(text);
        this.format = format;
    }

    @Override
    SourceItem advance() throws IOException {
        try {
            if (parser == null) {
                text.beginRecord();
                parser = factory().createXMLStreamReader(text);
            }
            return nextRecord();
        } catch (XMLStreamException | RuntimeException e) {
            if (text.stop() != null || text.failure() != null) {
                throw new IOException(e);
            }
            long line = e instanceof XMLStreamException fault && fault.getLocation() != null ? fault.getLocation().getLineNumber() : 0;
            return new SourceItem.Stop(new SourceLocation(Math.max(line, 0), 0), "BAD_XML",
                    "The XML is broken here; the records before are taken, the rest was not read.", "Send the file again as whole XML.", false);
        }
    }

    private SourceItem nextRecord() throws XMLStreamException, IOException {
        while (parser.hasNext()) {
            text.beginRecord();
            int event = checked(parser.next());
            if (event == XMLStreamConstants.START_ELEMENT && parser.getLocalName().equals(format.record())) {
                XmlElement record = element(nextRecordAt(parser.getLocation().getLineNumber()));
                return inFile(record);
            }
            if (event == XMLStreamConstants.START_ELEMENT && format.around().contains(parser.getLocalName())) {
                around.replaceChild(element(null));
            }
        }
        return null;
    }

    private SourceItem inFile(XmlElement record) {
        SourceRecord whole = format.around().isEmpty() ? record : new AroundRecord(record, around.copy(), Set.copyOf(format.around()), '/');
        return rowUnless(record.fault().or(around.fault()), null, whole, record::written);
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        try (XmlSource alone = new XmlSource(format, new StrictReader(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, false))) {
            return List.of(alone.only(at).map(this::inFile).orElseGet(() -> bad(notOne(at), () -> record)));
        } catch (XMLStreamException | IOException | RuntimeException e) {
            return List.of(bad(new SourceItem.BadRow(at, "BAD_XML", "The record is not XML; it is refused.", "Send one whole <" + format.record() + ">."), () -> record));
        }
    }

    /** The record that is all of the text; empty when something else is. */
    private Optional<XmlElement> only(SourceLocation at) throws XMLStreamException, IOException {
        parser = factory().createXMLStreamReader(text);
        checked(parser.nextTag());
        if (!parser.getLocalName().equals(format.record())) {
            return Optional.empty();
        }
        XmlElement record = element(at);
        while (parser.hasNext()) {
            checked(parser.next());
        }
        return Optional.of(record);
    }

    @Override
    String textOf(SourceRecord record) {
        return (record instanceof AroundRecord around ? around.own() : record) instanceof XmlElement element ? element.written() : null;
    }

    /** The element that begins here with all below it, without recursion; a record may be as long as the allowance. */
    private XmlElement element(SourceLocation at) throws XMLStreamException, IOException {
        XmlElement record = withAttributes(new XmlElement(at, parser.getLocalName()));
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(record);
        while (!open.isEmpty()) {
            int event = checked(parser.next());
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.push(withAttributes(open.element().child(parser.getLocalName())));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                open.element().append(parser.getText());
            }
        }
        return record;
    }

    private XmlElement withAttributes(XmlElement element) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            element.attribute(parser.getAttributeLocalName(i), parser.getAttributeValue(i));
        }
        return element;
    }

    private int checked(int event) throws SourceStopped {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw stopped("XML_FORBIDDEN", "The file declares a document type or uses an entity of its own; nothing was taken.",
                    "Send plain XML without <!DOCTYPE …> and without entities but &amp; &lt; &gt; &quot; &apos;.");
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (depth > SourceLimits.NESTING_LIMIT) {
            throw stopped("LIMIT_EXCEEDED", "Elements are nested deeper than " + SourceLimits.NESTING_LIMIT + " levels.",
                    "Send the file as the layout describes it.");
        }
        return event;
    }

    private SourceStopped stopped(String code, String message, String fix) {
        return new SourceStopped(new SourceItem.Stop(new SourceLocation(parser.getLocation().getLineNumber(), 0), code, message, fix, true));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no other file is opened");
        });
        return factory;
    }
}
