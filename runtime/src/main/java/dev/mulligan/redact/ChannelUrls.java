package dev.mulligan.redact;

import dev.mulligan.scheme.ChannelScheme;
import dev.mulligan.scheme.NativeUrl;
import dev.mulligan.scheme.SecretParts;
import java.util.ArrayList;
import java.util.List;

/** Masks the secret parts of channel URLs, by the table of schemes. */
final class ChannelUrls {

  private static final String SCHEME_END = "://";
  private static final String PUNCTUATION = ",.;:)'";
  private static final int LONGEST_EXAMPLE = 150;

  private static final String CHARACTERS = "[^\\s\"'<>]{1,2000}";
  private static final String PART = "[^\\s\"'<>/?]{1,1000}";

  /** Excludes text that is already masked, and the punctuation after a bare {@code slack://}. */
  private static final String SECRET = "(?=[\\w%+#:-])";

  static final List<SecretShape> SHAPES = shapes();

  private static final List<String> EXAMPLES = examples();

  private ChannelUrls() {}

  /**
   * Whether the match belongs to an example in one of Mulligan's own messages, such as {@code
   * slack://A/B/C}.
   */
  static boolean isExample(String text, int start, int end) {
    int from = Math.max(0, start - LONGEST_EXAMPLE);
    int to = Math.min(text.length(), start + LONGEST_EXAMPLE);
    int last = end;
    while (last > start && PUNCTUATION.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    String around = text.substring(from, to);
    if (last > to || !around.contains(SCHEME_END)) {
      return false;
    }
    for (String example : EXAMPLES) {
      int at = around.lastIndexOf(example, start - from);
      if (at >= 0 && last - from <= at + example.length()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> examples() {
    List<String> examples = new ArrayList<>();
    for (ChannelScheme scheme : ChannelScheme.values()) {
      examples.addAll(scheme.examples());
    }
    return examples;
  }

  private static List<SecretShape> shapes() {
    List<SecretShape> shapes = new ArrayList<>();
    for (SecretParts parts : SecretParts.values()) {
      if (parts != SecretParts.LOGIN) { // USER_INFO masks it in every URL.
        shapes.add(ofSchemes(parts));
      }
    }
    shapes.add(nativeUrls());
    return shapes;
  }

  private static SecretShape ofSchemes(SecretParts parts) {
    List<String> names = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    for (ChannelScheme scheme : ChannelScheme.values()) {
      if (scheme.secret() == parts) {
        for (String name : scheme.names()) {
          names.add(name);
          signs.add(name + SCHEME_END);
        }
      }
    }
    return new SecretShape(signs, regex(parts, "\\b(?:" + String.join("|", names) + ")://"));
  }

  private static String regex(SecretParts parts, String scheme) {
    return switch (parts) {
      case LOGIN -> throw new IllegalArgumentException("masked in every URL");
      case LOGIN_WITH_SLASH -> "(" + scheme + ")" + SECRET + "[^\\s\"'<>@?#]{1,1000}+(?=@)";
      case PATH -> "(" + scheme + PART + "[/?])" + SECRET + CHARACTERS;
      case FIRST_OF_PATH -> "(" + scheme + PART + "/)" + SECRET + PART;
      case PATH_OR_HOST -> "(" + scheme + "(?:" + PART + "/)?+)" + SECRET + CHARACTERS;
      case HOST -> "(" + scheme + ")" + SECRET + PART;
      case HOST_AND_TOKENS ->
          "(" + scheme + ")" + SECRET + PART + "(?:/(?![#@+])" + PART + "){0,2}";
      case HOST_AND_PATH -> "(" + scheme + ")" + SECRET + CHARACTERS;
    };
  }

  private static SecretShape nativeUrls() {
    List<String> starts = new ArrayList<>();
    for (ChannelScheme scheme : ChannelScheme.values()) {
      for (NativeUrl url : scheme.nativeUrls()) {
        starts.add(url.start());
      }
    }
    String anyStart = String.join("|", starts).replace(".", "\\.");
    return new SecretShape(starts, "(\\b(?:" + anyStart + "))" + SECRET + CHARACTERS);
  }
}
