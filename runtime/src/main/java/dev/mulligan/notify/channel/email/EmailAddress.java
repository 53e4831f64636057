package dev.mulligan.notify.channel.email;

import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail address in a URL, with or without a name: {@code ops@example.org}, {@code Ops
 * <ops@example.org>}.
 */
record EmailAddress(String address, Optional<String> name) {

  /**
   * @throws ChannelUrlException if it is not an address that every mail server accepts
   */
  static EmailAddress of(String written) {
    int open = written.indexOf('<');
    if (open < 0) {
      return new EmailAddress(required(written.strip()), Optional.empty());
    }
    String name = written.substring(0, open).replace("\"", "").strip();
    String address = written.substring(open + 1).strip();
    if (!address.endsWith(">")) {
      throw refused();
    }
    return new EmailAddress(
        required(address.substring(0, address.length() - 1).strip()),
        name.isEmpty() ? Optional.empty() : Optional.of(name));
  }

  /**
   * Parses addresses separated by commas, and drops their names.
   *
   * @throws ChannelUrlException if one is not an address
   */
  static List<String> list(String written) {
    List<String> addresses = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      if (!one.isBlank()) {
        addresses.add(of(one).address());
      }
    }
    return addresses;
  }

  static boolean looksLikeOne(String text) {
    int at = text.lastIndexOf('@');
    boolean isAddress = at > 0 && at < text.length() - 1 && text.indexOf('@') == at;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isAddress &= c > ' ' && c <= '~' && "<>()[]\\,;:\"".indexOf(c) < 0;
    }
    return isAddress;
  }

  private static String required(String address) {
    if (!looksLikeOne(address)) {
      throw refused();
    }
    return address;
  }

  private static ChannelUrlException refused() {
    return new ChannelUrlException(
        "a mailto:// URL's addresses are written as ops@example.org, or as Ops <ops@example.org> in"
            + " 'from', in ASCII (other domains as xn--…)");
  }
}
