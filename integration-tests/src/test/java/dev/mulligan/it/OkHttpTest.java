package dev.mulligan.it;

/**
 * A call of OkHttp can be executed only once. The agent retries the interceptor that makes one
 * exchange with a server.
 */
class OkHttpTest extends HttpClientContract {

  OkHttpTest() {
    super("http-okhttp", "okhttp3.internal.http.RetryAndFollowUpInterceptor.intercept(..)");
  }
}
