package dev.mulligan.client;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps credentials from following a redirect to another host, port or scheme. OkHttp takes the
 * header {@code Authorization} away and leaves {@code Cookie}, {@code X-Api-Key} and the like: what
 * is a credential can't be told by name, so only headers pass that are none. Sits between OkHttp
 * and the network, where each hop is seen.
 */
final class RedirectGuard implements Interceptor {

  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "pragma",
          "range",
          "te",
          "transfer-encoding",
          "user-agent");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    HttpUrl meant = chain.call().request().url();
    boolean isElsewhere = !isSameOrigin(request.url(), meant);
    Response response = chain.proceed(isElsewhere ? harmless(request, chain) : request);
    if (request.body() instanceof OnceBody body && keepsMethod(response.code())) {
      body.redirected();
    }
    return response;
  }

  private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.scheme().equals(other.scheme());
  }

  private static boolean keepsMethod(int status) {
    return status == 307 || status == 308;
  }

  private static Request harmless(Request request, Chain chain) {
    Request.Builder stripped = request.newBuilder();
    for (String name : request.headers().names()) {
      if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT)) && !isFromCookieJar(name, chain)) {
        stripped.removeHeader(name);
      }
    }
    return stripped.build();
  }

  /** Then it is the other host's own. */
  private static boolean isFromCookieJar(String name, Chain chain) {
    return name.equalsIgnoreCase("Cookie")
        && !Objects.equals(chain.request().header(name), chain.call().request().header(name));
  }
}
