package io.isolane.tools.bench.markup;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A document that grows: elements, attributes and text, escaped as XML wants it, so that it is well-formed as SVG and, with no more care, as
 * HTML. A style sheet in it must do without {@code <}, {@code >} and {@code &}, since HTML takes it as it stands. Confined to its thread.
 */
public final class Markup {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** An empty document. */
    public Markup() {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    public Markup open(String name, String... attributes) {
        return does(() -> {
            writer.writeStartElement(name);
            write(attributes);
        });
    }

    /** An attribute more of the element that was begun last, which has no content yet. */
    public Markup attribute(String name, String value) {
        return does(() -> writer.writeAttribute(name, allowed(value)));
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        return does(writer::writeEndElement);
    }

    /**
     * An element that has no content.
     *
     * @param attributes names and values in turn
     */
    public Markup empty(String name, String... attributes) {
        return does(() -> {
            writer.writeEmptyElement(name);
            write(attributes);
        });
    }

    /**
     * An element that has only text.
     *
     * @param attributes names and values in turn
     */
    public Markup element(String name, String content, String... attributes) {
        return open(name, attributes).text(content).close();
    }

    /** Text in the element that was begun last; characters that no document can have are replaced. */
    public Markup text(String content) {
        return does(() -> writer.writeCharacters(allowed(content)));
    }

    /** What was written so far. */
    @Override
    public String toString() {
        does(writer::flush);
        return text.toString();
    }

    private void write(String[] attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    private Markup does(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** XML 1.0, 2.2: no control character but tab and the ends of lines. */
    private static String allowed(String content) {
        return content.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
