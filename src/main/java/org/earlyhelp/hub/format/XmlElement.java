package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One XML element with all below it. {@code .} is its own text, {@code @name} an attribute, {@code A/B} elements below. */
final class XmlElement implements SourceRecord {
    private final SourceLocation at;
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder ownText = new StringBuilder();

    XmlElement(SourceLocation at, String name) {
        this.at = at;
        this.name = name;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    XmlElement child(String childName) {
        XmlElement child = new XmlElement(at, childName);
        children.add(child);
        return child;
    }

    /** Puts the element in the place of the one of its name. */
    void replaceChild(XmlElement child) {
        children.removeIf(former -> former.name.equals(child.name));
        children.add(child);
    }

    /** An element of its own with the same content as now. */
    XmlElement copy() {
        XmlElement copy = new XmlElement(at, name);
        copy.attributes.putAll(attributes);
        copy.children.addAll(children);
        copy.ownText.append(ownText);
        return copy;
    }

    void append(String text) {
        ownText.append(text);
    }

    /** The first text at any depth that may not stand there; NONE when all may. */
    Texts.Fault fault() {
        Texts.Fault fault = Texts.faultOf(ownText.toString());
        for (String value : attributes.values()) {
            fault = fault == Texts.Fault.NONE ? Texts.faultOf(value) : fault;
        }
        for (XmlElement child : children) {
            fault = fault == Texts.Fault.NONE ? child.fault() : fault;
        }
        return fault;
    }

    /** The element with all below it, written anew: its own text stands before the elements. */
    String written() {
        StringBuilder written = new StringBuilder();
        write(written, "");
        return written.toString();
    }

    private void write(StringBuilder to, String indent) {
        to.append(indent).append('<').append(name);
        attributes.forEach((attribute, value) -> to.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"'));
        String own = Texts.stripped(ownText.toString());
        to.append('>').append(own == null ? "" : escaped(own));
        children.forEach(child -> child.write(to.append('\n'), indent + "  "));
        to.append(children.isEmpty() ? "" : "\n" + indent).append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public SourceLocation at() {
        return at;
    }

    @Override
    public List<String> texts(String path) {
        int attribute = path.indexOf('@');
        String elements = attribute < 0 ? path : attribute == 0 ? "." : path.substring(0, attribute - 1);
        List<String> texts = new ArrayList<>();
        for (XmlElement element : below(elements)) {
            String text = Texts.stripped(attribute < 0 ? element.ownText.toString() : element.attributes.get(path.substring(attribute + 1)));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Override
    public List<SourceRecord> parts(String path) {
        return List.copyOf(below(path));
    }

    private List<XmlElement> below(String path) {
        List<XmlElement> elements = List.of(this);
        for (int from = 0; from <= path.length() && !path.equals("."); ) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String step = path.substring(from, to);
            elements = elements.stream().flatMap(element -> element.children.stream()).filter(child -> child.name.equals(step)).toList();
            from = to + 1;
        }
        return elements;
    }
}
