package dev.mulligan.it.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * An HTTP proxy that routes every host to one server of the test. The server records all requests,
 * by HTTPS and HTTP, and answers as the vendor would.
 */
public final class CapturingProxy implements AutoCloseable {

  private final TestAuthority authority;
  private final NotificationReceiver https;
  private final NotificationReceiver http;
  private final ConnectProxy proxy;

  private CapturingProxy(TestAuthority authority, Function<ReceivedRequest, Reply> answers) {
    this.authority = authority;
    https = NotificationReceiver.on(authority.server(), answers);
    http = NotificationReceiver.answering(answers);
    proxy = ConnectProxy.to(https.port(), http.port());
  }

  public static CapturingProxy start(
      TestAuthority authority, Function<ReceivedRequest, Reply> answers) {
    return new CapturingProxy(authority, answers);
  }

  public String url() {
    return proxy.url();
  }

  /** Whose certificates are to be trusted. */
  public TestAuthority authority() {
    return authority;
  }

  /** The requests that were not taken yet, in the order in which they came; does not wait. */
  public List<CapturedRequest> taken() {
    List<CapturedRequest> taken = new ArrayList<>();
    https.rest().forEach(request -> taken.add(new CapturedRequest("https", request)));
    http.rest().forEach(request -> taken.add(new CapturedRequest("http", request)));
    taken.sort(Comparator.comparing(captured -> captured.request().nanoTime()));
    return taken;
  }

  @Override
  public void close() {
    proxy.close();
    https.close();
    http.close();
  }
}
