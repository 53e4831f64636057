package dev.mulligan.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp sends once: by itself it repeats a request on a connection that broke, and
 * after a 408 or a 503, unless the body says that it can't be (RetryAndFollowUpInterceptor). A
 * redirect that keeps the method (307, 308) is still followed: nothing was carried out then.
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

  /** The answer to what was sent is a redirect. */
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
