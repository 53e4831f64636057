package dev.mulligan.notify.channel.url;

import dev.mulligan.scheme.ChannelScheme;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Parses the grammar of {@link ChannelUrl}. */
public final class ChannelUrlParser {

  private static final String SCHEME_END = "://";
  private static final int HIGHEST_PORT = 65_535;

  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private final String text;
  private final String scheme;

  ChannelUrlParser(String text) {
    this.text = text;
    this.scheme = schemeOf(text);
  }

  /**
   * Returns the scheme in lower case.
   *
   * @throws ChannelUrlException if there is none
   */
  public static String schemeOf(String text) {
    int end = text.indexOf(SCHEME_END);
    if (end <= 0 || !isWord(text.substring(0, end))) {
      throw new ChannelUrlException(
          "not a channel URL: it starts with a scheme and ://, such as jsons://host/path");
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ChannelUrlException if the percent-encoding is invalid
   */
  static String decode(String scheme, String encoded) {
    try {
      return PercentEncoding.decode(encoded);
    } catch (IllegalArgumentException e) {
      throw refused(
          scheme, "has a % that is not followed by two hexadecimal digits; write %25 for a %");
    }
  }

  ChannelUrl parse() {
    refuseControlCharacters();
    String rest = text.substring(scheme.length() + SCHEME_END.length());
    int query = rest.indexOf('?');
    if (query >= 0) {
      readQuery(rest.substring(query + 1));
      rest = rest.substring(0, query);
    }
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    // The last @, because a password may contain one.
    int at = authority.lastIndexOf('@');
    String login = at < 0 ? "" : authority.substring(0, at);
    String address = authority.substring(at + 1);
    int colon = portColon(address);
    return new ChannelUrl(
        scheme,
        at < 0 ? Optional.empty() : Optional.of(decode(beforeColon(login))),
        login.indexOf(':') < 0
            ? Optional.empty()
            : Optional.of(decode(login.substring(login.indexOf(':') + 1))),
        decode(colon < 0 ? address : address.substring(0, colon)),
        colon < 0 ? OptionalInt.empty() : OptionalInt.of(port(address.substring(colon + 1))),
        path,
        arguments,
        headers,
        fields,
        parameters);
  }

  private void readQuery(String query) {
    for (String pair : query.split("[&;]", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals)).strip();
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1)).strip();
        store(name, value);
      }
    }
  }

  private void store(String name, String value) {
    char first = name.isEmpty() ? ' ' : name.charAt(0);
    String rest = name.isEmpty() ? "" : name.substring(1);
    switch (first) {
      case '+' -> headers.put(rest, value);
      case ':' -> fields.put(rest, value);
      case '-' -> parameters.put(rest, value);
      default -> arguments.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private void refuseControlCharacters() {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw refused("contains a line end or another control character");
      }
    }
  }

  /** Returns the index of the colon between host and port, or -1. */
  private int portColon(String address) {
    boolean hasNone = address.endsWith("]") || !hasPort();
    int colon = hasNone ? -1 : address.lastIndexOf(':');
    // Only after the last comma: a cluster consists of several hosts, each with its port.
    return colon < address.lastIndexOf(',') ? -1 : colon;
  }

  private boolean hasPort() {
    Optional<ChannelScheme> known = ChannelScheme.named(scheme);
    return known.isEmpty() || known.get().hasPort();
  }

  private int port(String digits) {
    try {
      int port = Integer.parseInt(digits);
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Reported below without the digits, which may be part of a password that is not percent-
      // encoded.
    }
    throw refused(
        "has a port that is not a number from 1 to 65535"
            + " (percent-encode : / ? @ where they are part of a user or password)");
  }

  private String decode(String encoded) {
    return decode(scheme, encoded);
  }

  private ChannelUrlException refused(String why) {
    return refused(scheme, why);
  }

  private static ChannelUrlException refused(String scheme, String why) {
    return new ChannelUrlException("the " + scheme + ":// URL " + why);
  }

  private static String beforeColon(String login) {
    int colon = login.indexOf(':');
    return colon < 0 ? login : login.substring(0, colon);
  }

  private static boolean isWord(String scheme) {
    for (int i = 0; i < scheme.length(); i++) {
      char c = scheme.charAt(i);
      boolean isWordCharacter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isWordCharacter && "+-._".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
