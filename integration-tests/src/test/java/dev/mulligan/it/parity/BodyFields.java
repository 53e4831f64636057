package dev.mulligan.it.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Parses a body of JSON, of a form or of XML; leaves any other body unparsed. */
final class BodyFields {

  private BodyFields() {}

  static Fields of(String mediaType, String body) {
    if (mediaType.endsWith("json") || body.startsWith("{") || body.startsWith("[")) {
      return json("", JsonParser.parseString(body));
    }
    if (mediaType.endsWith("form-urlencoded")) {
      return RequestFields.pairs(body);
    }
    if (mediaType.endsWith("xml")) {
      return xml(body);
    }
    return new Fields().put("text", RunValues.in(body));
  }

  private static Fields json(String name, JsonElement value) {
    Fields fields = new Fields();
    if (value.isJsonObject() && !value.getAsJsonObject().isEmpty()) {
      String prefix = name.isEmpty() ? "" : name + ".";
      value
          .getAsJsonObject()
          .asMap()
          .forEach((key, child) -> fields.putAll("", json(prefix + key, child)));
    } else if (value.isJsonArray() && !value.getAsJsonArray().isEmpty()) {
      for (int i = 0; i < value.getAsJsonArray().size(); i++) {
        fields.putAll("", json(name + "[" + i + "]", value.getAsJsonArray().get(i)));
      }
    } else {
      fields.put(name, RunValues.in(name, value.toString()));
    }
    return fields;
  }

  private static Fields xml(String body) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return element(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body)))
              .getDocumentElement());
    } catch (ParserConfigurationException | IOException | SAXException e) {
      throw new AssertionError("not XML: " + body, e);
    }
  }

  private static Fields element(Element element) {
    String name = element.getLocalName();
    Fields fields = new Fields();
    fields.put(name + ".namespace", String.valueOf(element.getNamespaceURI()));
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        fields.putAll(name + ".", element(inner));
        leaf = false;
      }
    }
    return leaf ? fields.put(name, RunValues.in(element.getTextContent())) : fields;
  }
}
