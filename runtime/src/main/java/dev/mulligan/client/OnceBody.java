package dev.mulligan.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A request body that OkHttp sends only once. OkHttp itself repeats a request on a broken
 * connection, and after a 408 or a 503, unless its body is one-shot (RetryAndFollowUpInterceptor).
 * A redirect that keeps the method (307, 308) is still followed, because the server has not
 * processed the request.
 */
final class OnceBody extends RequestBody {

  private final RequestBody body;
  private volatile boolean isRedirected;

  private OnceBody(RequestBody body) {
    this.body = body;
  }

  static Request wrap(Request request) {
    RequestBody body = request.body();
    return body == null
        ? request
        : request.newBuilder().method(request.method(), new OnceBody(body)).build();
  }

  /** Allows one more send: the answer to the last one was a redirect. */
  void redirected() {
    isRedirected = true;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isDuplex() {
    return body.isDuplex();
  }

  @Override
  public boolean isOneShot() {
    return body.isOneShot() || !isRedirected;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    isRedirected = false;
    body.writeTo(sink);
  }
}
