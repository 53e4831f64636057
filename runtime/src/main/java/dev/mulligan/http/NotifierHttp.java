package dev.mulligan.http;

import dev.mulligan.firstuse.FirstUse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The notifier's HTTP client. Creates nothing, and loads no class of OkHttp, before the first
 * request.
 */
public final class NotifierHttp implements HttpTransport, AutoCloseable {

  private volatile HttpSettings settings;

  // Guarded by this.
  private @Nullable OkHttpSender sender;
  private boolean isClosed;

  public NotifierHttp(HttpSettings settings) {
    this.settings = settings;
  }

  /** Uses other settings from the next request on. */
  public void use(HttpSettings newSettings) {
    settings = newSettings;
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws IOException {
    HttpAnswer answer = sender().send(request, settings);
    FirstUse.over();
    return answer;
  }

  /**
   * Uses once everything that this request needs, without sending it.
   *
   * @throws IOException if the settings cannot be used
   */
  public void rehearse(HttpRequest request) throws IOException {
    sender().rehearse(request, settings);
  }

  /** Cancels the running requests and leaves no thread and no connection behind. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (sender != null) {
      sender.close();
    }
  }

  private synchronized OkHttpSender sender() throws IOException {
    if (isClosed) {
      throw new IOException("the notifier is closed");
    }
    if (sender == null) {
      sender = new OkHttpSender();
    }
    return sender;
  }
}
