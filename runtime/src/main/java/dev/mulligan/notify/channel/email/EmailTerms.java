package dev.mulligan.notify.channel.email;

import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a mail that are the same for all receivers.
 *
 * @param hasHtml whether to add HTML to the plain text
 */
record EmailTerms(
    String from,
    String senderName,
    List<String> cc,
    List<String> bcc,
    List<String> replyTo,
    boolean hasHtml,
    Map<String, String> headers) {

  private static final String PRODUCT = "Mulligan";

  /** Set by the message itself. */
  private static final List<String> OWN_HEADERS =
      List.of("from", "to", "cc", "bcc", "reply-to", "subject", "date", "message-id", "sender");

  /**
   * @throws ChannelUrlException if an address, a header or the format is invalid
   */
  static EmailTerms of(ChannelUrl url) {
    requireHeaders(url.headers());
    EmailAddress from = from(url);
    String name = url.arguments().getOrDefault("name", "");
    return new EmailTerms(
        from.address(),
        name.isEmpty() ? from.name().orElse(PRODUCT) : name,
        EmailAddress.list(url.arguments().getOrDefault("cc", "")),
        EmailAddress.list(url.arguments().getOrDefault("bcc", "")),
        EmailAddress.list(url.arguments().getOrDefault("reply", "")),
        hasHtml(url),
        url.headers());
  }

  /**
   * Returns the receivers, each of whom gets a separate mail: those of the path and of {@code to};
   * if there are none, the sender.
   *
   * @throws ChannelUrlException if one is not an address
   */
  List<String> receivers(ChannelUrl url) {
    List<String> receivers = new ArrayList<>();
    for (String part : url.pathParts()) {
      receivers.addAll(EmailAddress.list(part));
    }
    receivers.addAll(EmailAddress.list(url.arguments().getOrDefault("to", "")));
    if (receivers.isEmpty() && url.user().isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL has no receiver: add /to@example.org after the host");
    }
    return receivers.isEmpty() ? List.of(from) : receivers;
  }

  private static EmailAddress from(ChannelUrl url) {
    String written = url.arguments().getOrDefault("from", "");
    if (EmailAddress.looksLikeOne(written) || written.indexOf('<') >= 0) {
      return EmailAddress.of(written);
    }
    String user = url.user().orElse(PRODUCT.toLowerCase(Locale.ROOT));
    String address = EmailAddress.looksLikeOne(user) ? user : user + "@" + url.host();
    return new EmailAddress(
        EmailAddress.of(address).address(),
        written.isEmpty() ? Optional.empty() : Optional.of(written));
  }

  private static boolean hasHtml(ChannelUrl url) {
    return switch (url.arguments().getOrDefault("format", "html").toLowerCase(Locale.ROOT)) {
      case "html" -> true;
      case "text" -> false;
      default ->
          throw new ChannelUrlException(
              "the " + url.scheme() + ":// URL's argument 'format' must be html or text");
    };
  }

  private static void requireHeaders(Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (OWN_HEADERS.contains(name)
          || name.startsWith("content-")
          || name.startsWith("mime-")
          || !isPrintable(name, '!')
          || name.isEmpty()
          || name.indexOf(':') >= 0
          || !isPrintable(header.getValue(), ' ')) {
        throw new ChannelUrlException(
            "a +Header of the mailto:// URL is one of the message's own, or has a name or value"
                + " that"
                + " mail cannot carry (printable ASCII only)");
      }
    }
  }

  private static boolean isPrintable(String text, char lowest) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < lowest || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
