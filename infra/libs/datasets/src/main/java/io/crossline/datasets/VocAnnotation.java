package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import io.crossline.contracts.ClassNames;

/** The objects of one Pascal VOC annotation. XML with a document type is refused, so that it names no other file. */
final class VocAnnotation {

    private VocAnnotation() {}

    /**
     * @return area of the boxes of each name, in pixels
     * @throws DatasetException naming the file, and the line and column where it is no such XML
     */
    static Map<String, Double> areas(Path file) {
        try {
            Map<String, Double> areas = new TreeMap<>();
            Element root = parser().parse(file.toFile()).getDocumentElement();
            for (Element object = child(root, null, "object"); object != null; object = child(root, object,
                    "object")) {
                Element name = child(object, null, "name");
                if (name == null || name.getTextContent().isBlank()) {
                    throw new DatasetException("has " + file.getFileName() + ", in which an object lacks its name");
                }
                areas.merge(ClassNames.normal(name.getTextContent().strip()),
                        area(file, child(object, null, "bndbox")), Double::sum);
            }
            return areas;
        } catch (SAXParseException e) {
            throw new DatasetException("has " + file.getFileName() + ", which is no annotation in line "
                    + e.getLineNumber() + ", column " + e.getColumnNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | IOException e) {
            throw new DatasetException("has " + file.getFileName() + ", which cannot be read: " + e.getMessage(), e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            // errors are thrown, not printed
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a feature", e);
        }
    }

    private static double area(Path file, Element box) {
        return box == null
                ? 0
                : (number(file, box, "xmax") - number(file, box, "xmin"))
                        * (number(file, box, "ymax") - number(file, box, "ymin"));
    }

    private static double number(Path file, Element box, String name) {
        Element element = child(box, null, name);
        String text = element == null ? "" : element.getTextContent().strip();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DatasetException(
                    "has " + file.getFileName() + ", in which " + name + " is '" + text + "', expected a number", e);
        }
    }

    /** The first child of that name, or the first one after another; null where there is none. */
    private static Element child(Element parent, Element after, String name) {
        Node node = after == null ? parent.getFirstChild() : after.getNextSibling();
        while (node != null && !(node instanceof Element element && element.getTagName().equals(name))) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }
}
