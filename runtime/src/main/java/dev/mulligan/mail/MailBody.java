package dev.mulligan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A message's body in UTF-8 and quoted-printable: plain text, or plain text and HTML as
 * alternatives (RFC 2046 §5.1.4).
 *
 * @param headers the content headers
 * @param ascii the encoded body
 */
record MailBody(Map<String, String> headers, String ascii) {

  private static final String LINE_END = "\r\n";
  private static final String TYPE = "Content-Type";
  private static final String ENCODING = "Content-Transfer-Encoding";
  private static final String QUOTED_PRINTABLE = "quoted-printable";
  private static final String PLAIN = "text/plain; charset=UTF-8";
  private static final String HTML = "text/html; charset=UTF-8";

  static MailBody of(Mail mail) throws MessagingException {
    Optional<String> html = mail.html();
    if (html.isEmpty()) {
      return new MailBody(Map.of(TYPE, PLAIN, ENCODING, QUOTED_PRINTABLE), encoded(mail.text()));
    }
    // The sequence "=_" never occurs in quoted-printable text.
    String boundary = "=_" + mail.id();
    String body =
        part(boundary, PLAIN, mail.text())
            + part(boundary, HTML, html.get())
            + "--"
            + boundary
            + "--"
            + LINE_END;
    return new MailBody(Map.of(TYPE, "multipart/alternative; boundary=\"" + boundary + "\""), body);
  }

  private static String part(String boundary, String type, String text) throws MessagingException {
    return "--"
        + boundary
        + LINE_END
        + (TYPE + ": " + type + LINE_END)
        + (ENCODING + ": " + QUOTED_PRINTABLE + LINE_END)
        + LINE_END
        + encoded(text)
        + LINE_END;
  }

  private static String encoded(String text) throws MessagingException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (OutputStream encoder = MimeUtility.encode(encoded, QUOTED_PRINTABLE)) {
      String lines = text.replaceAll("\r\n|\r|\n", LINE_END);
      encoder.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory never fails", e);
    }
    return encoded.toString(StandardCharsets.US_ASCII);
  }
}
