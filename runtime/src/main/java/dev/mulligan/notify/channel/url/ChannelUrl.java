package dev.mulligan.notify.channel.url;

import dev.mulligan.scheme.ChannelScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A channel's URL in Apprise's grammar:
 *
 * <pre>{@code
 * scheme://[user[:password]@]host[:port][/path][?argument=…&+Header=…&:field=…&-parameter=…]
 * }</pre>
 *
 * <p>All but the path is percent-decoded; as in Apprise a {@code +} in a value is a plus sign, and
 * {@code #} belongs to the path.
 *
 * @param scheme in lower case
 * @param host as written, in its own case: for some channels it is a token
 * @param path as written, empty or from the first slash on
 * @param arguments names in lower case
 */
public record ChannelUrl(
    String scheme,
    Optional<String> user,
    Optional<String> password,
    String host,
    OptionalInt port,
    String path,
    Map<String, String> arguments,
    Map<String, String> headers,
    Map<String, String> fields,
    Map<String, String> parameters) {

  /**
   * Parses a URL.
   *
   * @throws ChannelUrlException if the text does not follow the grammar
   */
  public static ChannelUrl parse(String text) {
    return new ChannelUrlParser(text.strip()).parse();
  }

  /** Converts a native URL to the form of a scheme. */
  public ChannelUrl as(
      String otherScheme,
      Optional<String> otherUser,
      String otherHost,
      List<String> parts,
      Map<String, String> otherArguments) {
    StringBuilder otherPath = new StringBuilder();
    for (String part : parts) {
      otherPath.append('/').append(PercentEncoding.encode(part));
    }
    return new ChannelUrl(
        otherScheme,
        otherUser,
        Optional.empty(),
        otherHost,
        OptionalInt.empty(),
        otherPath.toString(),
        otherArguments,
        Map.of(),
        Map.of(),
        Map.of());
  }

  /** Returns a copy with another host, port and path. */
  public ChannelUrl at(String otherHost, OptionalInt otherPort, String otherPath) {
    return new ChannelUrl(
        scheme,
        user,
        password,
        otherHost,
        otherPort,
        otherPath,
        arguments,
        headers,
        fields,
        parameters);
  }

  public ChannelUrl withScheme(String other) {
    return new ChannelUrl(
        other, user, password, host, port, path, arguments, headers, fields, parameters);
  }

  public ChannelUrl withoutLogin() {
    return new ChannelUrl(
        scheme,
        Optional.empty(),
        Optional.empty(),
        host,
        port,
        path,
        arguments,
        headers,
        fields,
        parameters);
  }

  /** Returns the entry in the table of schemes. */
  public ChannelScheme kind() {
    return ChannelScheme.named(scheme).orElseThrow();
  }

  /** Returns an example URL of this scheme. */
  public String example() {
    return kind().example(scheme);
  }

  /** Returns a mask in place of user and password, if there are any. */
  public String maskedLogin() {
    return user.isPresent() ? SecretMask.MASK + "@" : "";
  }

  /** Returns an argument's value; empty if there is none. */
  public String argument(String name) {
    return arguments.getOrDefault(name, "");
  }

  /** Returns the first of these arguments that has a value. */
  public Optional<String> firstOf(String... names) {
    for (String name : names) {
      if (!argument(name).isEmpty()) {
        return Optional.of(argument(name));
      }
    }
    return Optional.empty();
  }

  /** Returns host and port as written. */
  public String authority() {
    return host + (port.isPresent() ? ":" + port.getAsInt() : "");
  }

  /**
   * Returns the path's segments, percent-decoded, without empty ones.
   *
   * @throws ChannelUrlException if the percent-encoding is invalid
   */
  public List<String> pathParts() {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      String decoded = ChannelUrlParser.decode(scheme, part).strip();
      if (!decoded.isEmpty()) {
        parts.add(decoded);
      }
    }
    return parts;
  }

  /** Shows the scheme only: everything else may be secret. */
  @Override
  public String toString() {
    return scheme + "://" + SecretMask.MASK;
  }
}
