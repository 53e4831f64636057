package dev.mulligan.redact;

import java.util.List;
import java.util.Locale;

/** The channels' URLs, and the addresses that vendors hand out. */
final class ChannelUrlShape extends SecretShape {

  ChannelUrlShape() {
    // Every native address holds one of the domains; the table is loaded when one is found.
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
