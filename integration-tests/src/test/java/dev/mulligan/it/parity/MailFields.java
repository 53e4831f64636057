package dev.mulligan.it.parity;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** E-mails after parsing: decoded, so that only what a reader sees counts. */
final class MailFields {

  private MailFields() {}

  static Fields of(List<MimeMessage> messages) {
    try {
      if (messages.size() == 1) {
        return of(messages.get(0));
      }
      Fields fields = new Fields();
      for (int i = 0; i < messages.size(); i++) {
        fields.putAll((i + 1) + ".", of(messages.get(i)));
      }
      return fields;
    } catch (MessagingException | IOException e) {
      throw new AssertionError("not an e-mail", e);
    }
  }

  private static Fields of(MimeMessage message) throws MessagingException, IOException {
    Fields fields = new Fields();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      switch (name) {
        case "received", "return-path" -> {
          // The server's.
        }
        case "content-type" -> fields.put("header." + name, mediaType(message));
        case "date", "message-id" -> fields.put("header." + name, "<of this message>");
        default -> fields.put("header." + name, MimeUtility.decodeText(header.getValue()));
      }
    }
    return fields.putAll("body.", content(message));
  }

  private static Fields content(Part part) throws MessagingException, IOException {
    Fields fields = new Fields();
    if (!(part.getContent() instanceof MimeMultipart parts)) {
      String text = String.valueOf(part.getContent()).replace("\r\n", "\n").stripTrailing();
      return fields.put(mediaType(part), text);
    }
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart inner = parts.getBodyPart(i);
      fields.putAll("[" + i + "].", content(inner));
    }
    return fields;
  }

  private static String mediaType(Part part) throws MessagingException {
    return part.getContentType().toLowerCase(Locale.ROOT).replaceFirst("\\s*;(?s:.*)", "");
  }
}
