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
 * Removes credentials from a request that is redirected to another host, port or scheme. OkHttp
 * removes only the header {@code Authorization} and keeps {@code Cookie}, {@code X-Api-Key} and
 * others. Credentials cannot be recognised by their header's name, so this class keeps only headers
 * known to hold none. It is a network interceptor, because only those see each hop.
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

  /**
   * A cookie that differs from the original request's comes from OkHttp's cookie jar, which chose
   * it for the new host.
   */
  private static boolean isFromCookieJar(String name, Chain chain) {
    return name.equalsIgnoreCase("Cookie")
        && !Objects.equals(chain.request().header(name), chain.call().request().header(name));
  }
}
