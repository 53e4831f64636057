package dev.mulligan.notify.channel.url;

import dev.mulligan.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target of an HTTP channel.
 *
 * @param url without user and password
 * @param authorization the header's value for them (RFC 7617)
 * @param masked for people
 */
public record HttpAddress(
    String url, Optional<String> authorization, String masked, SecretMask secrets) {

  /** A shorter path segment is probably a word such as {@code alerts}, not a token. */
  private static final int SHORTEST_TOKEN = 8;

  /**
   * Creates the address from a URL of Apprise's grammar; its parameters become the query.
   *
   * @param transport {@code http} or {@code https}
   * @throws ChannelUrlException if the host is missing or invalid
   */
  public static HttpAddress of(ChannelUrl url, String transport) {
    List<String> secrets = new ArrayList<>(url.parameters().values());
    secrets.addAll(url.headers().values());
    return of(url, transport, query(url.parameters()), secrets);
  }

  /**
   * Creates the address of a server of the user's own, with HTTPS if the scheme ends with an s.
   *
   * @param prefix the segments of the server's base path
   * @throws ChannelUrlException if the host is missing or invalid
   */
  public static HttpAddress ofServer(ChannelUrl url, List<String> prefix) {
    StringBuilder path = new StringBuilder();
    for (String part : prefix) {
      path.append('/').append(PercentEncoding.encode(part));
    }
    ChannelUrl base = url.at(url.host(), url.port(), path.toString());
    return of(base, url.scheme().endsWith("s") ? "https" : "http");
  }

  /** Adds user and password to a request, if there are any. */
  public HttpRequest authorize(HttpRequest request) {
    return authorization.isPresent() ? request.with("Authorization", authorization.get()) : request;
  }

  /**
   * Returns a URL below this one, which must have no query.
   *
   * @param path starts with a slash
   */
  public String below(String path) {
    return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
  }

  /**
   * Creates the address from a native URL, unchanged except for user and password.
   *
   * @throws ChannelUrlException if the host is missing or invalid
   */
  public static HttpAddress ofNative(String text) {
    ChannelUrl url = ChannelUrl.parse(text);
    int question = text.indexOf('?');
    String query = question < 0 ? "" : text.substring(question);
    return of(url, url.scheme(), query, url.arguments().values());
  }

  private static HttpAddress of(
      ChannelUrl url, String transport, String query, Collection<String> secretArguments) {
    requireHost(url);
    String authority = url.authority();
    String path = url.path().isEmpty() ? "/" : url.path();
    boolean showsAll = path.equals("/") && query.isEmpty();
    String masked =
        url.scheme()
            + "://"
            + url.maskedLogin()
            + authority
            + (showsAll ? "" : "/" + SecretMask.MASK);
    return new HttpAddress(
        transport + "://" + authority + path + query,
        url.user().isPresent()
            ? Optional.of(basic(url.user().get(), url.password().orElse("")))
            : Optional.empty(),
        masked,
        new SecretMask(secrets(url, path, secretArguments)));
  }

  private static List<String> secrets(
      ChannelUrl url, String path, Collection<String> secretArguments) {
    List<String> secrets = new ArrayList<>(secretArguments);
    secrets.add(url.user().orElse(""));
    secrets.add(url.password().orElse(""));
    secrets.add(path);
    for (String part : path.split("/", -1)) {
      if (part.length() >= SHORTEST_TOKEN) {
        secrets.add(part);
      }
    }
    return secrets;
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      query
          .append(query.length() == 0 ? '?' : '&')
          .append(PercentEncoding.encode(parameter.getKey()))
          .append('=')
          .append(PercentEncoding.encode(parameter.getValue()));
    }
    return query.toString();
  }

  /** Returns the value of the header {@code Authorization} (RFC 7617). */
  public static String basic(String user, String password) {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  private static void requireHost(ChannelUrl url) {
    boolean isUsable = !url.host().isEmpty();
    for (int i = 0; i < url.host().length(); i++) {
      isUsable &= " \\#<>\"{}|^`@/?%".indexOf(url.host().charAt(i)) < 0;
    }
    if (!isUsable) {
      throw new ChannelUrlException("the " + url.scheme() + ":// URL has no valid host");
    }
  }
}
