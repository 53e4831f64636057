package dev.mulligan.http;

import dev.mulligan.text.HumanDuration;
import dev.mulligan.thread.Deadlines;
import dev.mulligan.tls.rehearsal.Peer;
import dev.mulligan.tls.rehearsal.SelfConnection;
import dev.mulligan.tls.rehearsal.TlsPeer;
import dev.mulligan.tls.rehearsal.TlsRehearsal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLEngine;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends requests with OkHttp. Loaded at the first request. */
final class OkHttpSender implements AutoCloseable {

  static final int BODY_LIMIT = 64 * 1024;

  private final OkHttpThreads threads = new OkHttpThreads();
  private final Deadlines deadlines = new Deadlines();
  private final OkHttpClient base = threads.newClient();

  // Guarded by this.
  private @Nullable HttpSettings builtFor;
  private OkHttpClient client = base;

  HttpAnswer send(HttpRequest request, HttpSettings settings) throws IOException {
    RequestOptions options = request.options();
    OkHttpClient usual = clientFor(settings);
    OkHttpClient fitting =
        options.isUsual() ? usual : ClientSettings.apply(usual, settings, options);
    Call call = fitting.newCall(toOkHttp(request));
    Duration readTimeout = options.readTimeout().orElse(settings.readTimeout());
    Duration limit = options.connectTimeout().orElse(settings.connectTimeout()).plus(readTimeout);
    return execute(call, limit, readTimeout);
  }

  private HttpAnswer execute(Call call, Duration limit, Duration readTimeout) throws IOException {
    Deadlines.Deadline deadline = deadlines.after(limit, call::cancel);
    try (deadline;
        Response response = call.execute()) {
      return toAnswer(response);
    } catch (IOException e) {
      if (deadline.hasPassed()) {
        throw new InterruptedIOException("no answer within " + HumanDuration.of(readTimeout));
      }
      throw e;
    }
  }

  /**
   * Builds the client of these settings, and makes a request with it that leaves this process
   * nowhere: it meets a connection in memory.
   */
  void rehearse(HttpRequest request, HttpSettings settings) throws IOException {
    RequestOptions options = request.options();
    OkHttpClient usual = clientFor(settings);
    OkHttpClient fitting =
        options.isUsual() ? usual : ClientSettings.apply(usual, settings, options);
    URI address = URI.create(request.url());
    unusedProxies(fitting, address);
    Request plain = toMemory(request, "http", address);
    OkHttpClient accepted = inMemory(fitting, RehearsedReceiver.accepting());
    HttpAnswer unusedFirst = rehearse(accepted, plain, settings);
    HttpAnswer unusedSecond = rehearse(accepted, plain, settings); // uses the connection again
    try {
      HttpAnswer unused = rehearse(inMemory(fitting, RehearsedReceiver.closing()), plain, settings);
    } catch (IOException expected) {
      // A failing request needs classes of its own.
    }
    SelfConnection.use();
    if ("https".equalsIgnoreCase(address.getScheme())) {
      rehearseTls(fitting, toMemory(request, "https", address), settings);
    }
  }

  /** The usual trust is used once, and a trust in the servers in memory for the connections. */
  private void rehearseTls(OkHttpClient client, Request request, HttpSettings settings)
      throws IOException {
    String[] unusedSuites = client.sslSocketFactory().getDefaultCipherSuites();
    TlsRehearsal tls = TlsRehearsal.make();
    for (SSLEngine server : tls.servers()) {
      OkHttpClient trusting =
          inMemory(client, new TlsPeer(server, RehearsedReceiver.accepting()))
              .newBuilder()
              .sslSocketFactory(tls.client(), tls.trust())
              .build();
      HttpAnswer unused = rehearse(trusting, request, settings);
    }
  }

  private static Request toMemory(HttpRequest request, String scheme, URI address) {
    return toOkHttp(request)
        .newBuilder()
        .url(scheme + "://" + TlsRehearsal.HOST + address.getRawPath())
        .build();
  }

  private HttpAnswer rehearse(OkHttpClient client, Request request, HttpSettings settings)
      throws IOException {
    return execute(client.newCall(request), settings.readTimeout(), settings.readTimeout());
  }

  private static OkHttpClient inMemory(OkHttpClient client, Peer receiver) {
    return client
        .newBuilder()
        .socketFactory(new RehearsedSockets(receiver))
        .dns(host -> List.of(InetAddress.getLoopbackAddress()))
        .proxy(Proxy.NO_PROXY)
        .build();
  }

  private static void unusedProxies(OkHttpClient client, URI address) {
    List<Proxy> unused = client.proxySelector().select(address);
  }

  @Override
  public void close() {
    base.dispatcher().cancelAll();
    deadlines.close();
    threads.close();
  }

  // Not equals: on JDK 17 the first call of a record's equals makes the JDK hold the record's class
  // loader (ObjectMethods.OBJECT_EQ caches the type that it was last adapted to).
  @SuppressWarnings("ReferenceEquality")
  private synchronized OkHttpClient clientFor(HttpSettings settings) throws IOException {
    if (settings != builtFor) {
      client = ClientSettings.apply(base, settings);
      builtFor = settings;
    }
    return client;
  }

  private static Request toOkHttp(HttpRequest request) {
    HttpUrl url = HttpUrl.parse(request.url());
    if (url == null) {
      // The message of OkHttp's own exception would contain the URL.
      throw new IllegalArgumentException("the address is not a valid URL");
    }
    Headers headers = Headers.of(request.headers());
    // Bytes, because OkHttp adds a charset to the content type of a String.
    ByteString body = ByteString.encodeUtf8(request.body());
    return new Request.Builder()
        .url(url)
        .headers(headers)
        .method(request.method(), RequestBody.create(body, null))
        .build();
  }

  private static HttpAnswer toAnswer(Response response) throws IOException {
    return new HttpAnswer(
        response.code(), beginningOf(response.body().source()), headers(response));
  }

  private static Map<String, String> headers(Response response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return headers;
  }

  private static String beginningOf(BufferedSource source) throws IOException {
    source.request(BODY_LIMIT);
    return source.readUtf8(Math.min(BODY_LIMIT, source.getBuffer().size()));
  }
}
