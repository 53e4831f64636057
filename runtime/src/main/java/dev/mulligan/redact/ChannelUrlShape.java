package dev.mulligan.redact;

import java.util.List;
import java.util.Locale;

/** The channels' URLs, and the webhook URLs of vendors. */
final class ChannelUrlShape extends SecretShape {

  ChannelUrlShape() {
    // Every native URL contains one of these domains; a match loads the table of schemes.
    super(List.of("://", ".com/", ".cn/", ".org/", ".sh/"), "");
  }

  @Override
  String mask(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String masked = text;
    for (SecretShape shape : ChannelUrls.SHAPES) {
      if (shape.isLikelyIn(lowerCase)) {
        masked = shape.mask(masked);
      }
    }
    return masked;
  }
}
