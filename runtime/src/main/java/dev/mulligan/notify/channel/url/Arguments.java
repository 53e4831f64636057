package dev.mulligan.notify.channel.url;

import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Validates a channel URL's arguments. An unknown argument is an error, because ignoring it would
 * hide a mistake.
 */
public final class Arguments {

  private static final int LONGEST_NAME = 20;

  private Arguments() {}

  /**
   * @param known besides the standard arguments
   * @throws ChannelUrlException if the URL has an unknown argument
   */
  public static void requireKnown(ChannelUrl url, List<String> known) {
    List<String> names = new ArrayList<>(url.arguments().keySet());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!known.contains(name) && !StandardArguments.NAMES.contains(name)) {
        Optional<String> nearest = NearestName.of(name, all(known));
        boolean isName = nearest.isPresent() || (i == 0 && isName(name, url.argument(name)));
        throw new ChannelUrlException(
            "the "
                + url.scheme()
                + ":// URL has an argument that is not supported"
                + (isName ? ", '" + name + "'" : "")
                + hint(nearest, known)
                + (isName
                    ? ""
                    : ". Percent-encode ? & ; where they are part of a password or token"));
      }
    }
  }

  /**
   * Text after an unencoded separator may be part of a secret, so a message repeats it only if it
   * is certainly a name.
   */
  private static boolean isName(String name, String value) {
    if (value.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws ChannelUrlException if the URL has a {@code +Header}, {@code :field} or {@code
   *     -parameter}
   */
  public static void requireNoPrefixed(ChannelUrl url) {
    requirePrefixed(url, "");
  }

  /**
   * @param prefixes those of {@code + : -} that the channel supports
   * @throws ChannelUrlException if the URL uses another one
   */
  public static void requirePrefixed(ChannelUrl url, String prefixes) {
    boolean isKnown =
        (url.headers().isEmpty() || prefixes.contains("+"))
            && (url.fields().isEmpty() || prefixes.contains(":"))
            && (url.parameters().isEmpty() || prefixes.contains("-"));
    if (!isKnown) {
      throw new ChannelUrlException(
          prefixes.isEmpty()
              ? "the " + url.scheme() + ":// URL takes no +Header, :field or -parameter"
              : "the "
                  + url.scheme()
                  + ":// URL takes only names with "
                  + prefixes
                  + " before them");
    }
  }

  /**
   * For channels whose {@code +name=value} is a detail of the message.
   *
   * @throws ChannelUrlException if the URL has a {@code :field} or {@code -parameter}
   */
  public static void requireNoFieldsOrParameters(ChannelUrl url) {
    if (!url.fields().isEmpty() || !url.parameters().isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL takes no :field or -parameter");
    }
  }

  /**
   * Returns an argument that is a whole number, as text.
   *
   * @throws ChannelUrlException if it is not a number from least to most
   */
  public static String number(ChannelUrl url, String name, int least, int most, int otherwise) {
    String written = url.argument(name);
    try {
      int number = written.isEmpty() ? otherwise : Integer.parseInt(written);
      if (number >= least && number <= most) {
        return String.valueOf(number);
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new ChannelUrlException(
        "the "
            + url.scheme()
            + ":// URL's argument '"
            + name
            + "' must be a whole number from "
            + least
            + " to "
            + most);
  }

  /** Whether an HTTP header can contain the text. */
  public static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static List<String> all(List<String> known) {
    List<String> all = new ArrayList<>(known);
    all.addAll(StandardArguments.NAMES);
    return all;
  }

  private static String hint(Optional<String> nearest, List<String> known) {
    if (nearest.isPresent()) {
      return ": did you mean " + nearest.get() + "?";
    }
    String standard = String.join(", ", StandardArguments.NAMES);
    return "; it takes " + (known.isEmpty() ? "" : String.join(", ", known) + ", ") + standard;
  }
}
