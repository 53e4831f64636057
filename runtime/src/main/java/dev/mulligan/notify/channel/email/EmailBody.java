package dev.mulligan.notify.channel.email;

import dev.mulligan.mail.Mail;
import dev.mulligan.notify.content.Html;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the mail of a notification. */
final class EmailBody {

  /** Apprise's limits; only mail servers have their own. */
  private static final TextLimit SUBJECT = TextLimit.utf16(250);

  private static final TextLimit TEXT = TextLimit.afterParsing(32_768);
  private static final Html HTML = new Html();

  private EmailBody() {}

  static Mail of(Message message, EmailTerms terms, String to) {
    Optional<String> html = terms.hasHtml() ? Optional.of(html(message)) : Optional.empty();
    return new Mail(
        message.notification().id(),
        message.notification().time(),
        terms.from(),
        terms.senderName(),
        to,
        terms.cc(),
        terms.bcc(),
        terms.replyTo(),
        Rendering.of(message.title(), Markup.PLAIN, SUBJECT),
        Rendering.of(message.body(), Markup.PLAIN, TEXT),
        html,
        headers(terms));
  }

  private static String html(Message message) {
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"></head>
    <body style="font-family: sans-serif; border-left: 4px solid %s; padding-left: 1em">
    <h3>%s</h3>
    <p>%s</p>
    </body></html>
    """
        .formatted(
            message.notification().severity().colour(),
            Rendering.of(message.title(), HTML, TEXT),
            Rendering.of(message.body(), HTML, TEXT));
  }

  private static Map<String, String> headers(EmailTerms terms) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Application", "Mulligan");
    // Suppresses automatic replies (RFC 3834).
    headers.put("Auto-Submitted", "auto-generated");
    headers.putAll(terms.headers());
    return headers;
  }
}
