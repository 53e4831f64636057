package dev.mulligan.it;

/**
 * A call of OkHttp can be executed only once: what can run again is the interceptor below which one
 * exchange with a server begins and ends.
 */
class OkHttpTest extends HttpClientContract {

  OkHttpTest() {
    super("http-okhttp", "okhttp3.internal.http.RetryAndFollowUpInterceptor.intercept(..)");
  }
}
