package dev.mulligan.notify.channel.webhook;

import dev.mulligan.notify.content.Message;
import dev.mulligan.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the XML body: a SOAP 1.1 envelope around Apprise's {@code Notification} 1.1, which has
 * four elements (github.com/caronc/apprise, assets/NotifyXML-1.1.xsd).
 */
final class XmlWebhookBody {

  static final List<String> ELEMENTS = List.of("Version", "Subject", "MessageType", "Message");

  private static final String VERSION = "1.1";
  private static final int TITLE_LENGTH = 250;
  private static final int MESSAGE_LENGTH = 32_768;
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/caronc/apprise/master/apprise/assets/NotifyXML-1.1.xsd";

  private XmlWebhookBody() {}

  /**
   * @param fields renames, removes or adds an element; such a message names no schema
   */
  static String of(Message message, Map<String, String> fields) {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put("Version", VERSION);
    elements.put("Subject", Texts.cut(message.title(), TITLE_LENGTH));
    elements.put("MessageType", message.notification().severity().key());
    elements.put("Message", Texts.cut(message.text(), MESSAGE_LENGTH));
    fields.forEach((name, value) -> apply(elements, name, value));
    StringBuilder content = new StringBuilder();
    elements.forEach(
        (name, value) ->
            content
                .append('<')
                .append(name)
                .append('>')
                .append(XmlText.escape(value))
                .append("</")
                .append(name)
                .append('>'));
    String schema = fields.isEmpty() ? " xmlns:xsi=\"" + SCHEMA + "\"" : "";
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <soapenv:Body><Notification%s>%s</Notification></soapenv:Body>
        </soapenv:Envelope>
        """
        .formatted(schema, content);
  }

  private static void apply(Map<String, String> elements, String name, String value) {
    String present = elements.remove(name);
    if (present == null) {
      elements.put(name, value);
    } else if (!value.isEmpty()) {
      elements.put(value, present);
    }
  }
}
