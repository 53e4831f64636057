package dev.mulligan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierHttpTest {

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  private final MockWebServer server = new MockWebServer();
  private final NotifierHttp http = new NotifierHttp(HttpSettings.DEFAULTS);

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void bringsTheAnswerBack() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "7").body("slow").build());

    HttpAnswer answer = http.send(post(server.url("/path?q=1").toString()));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo("slow");
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(answer.header("content-length")).contains("4");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("POST /path?q=1 HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(bodyOf(request)).isEqualTo("{\"ü\":1}");
  }

  @Test
  void readsOnlyTheBeginningOfAnEndlessAnswer() throws Exception {
    server.enqueue(new MockResponse.Builder().body("x".repeat(10_000_000)).build());

    assertThat(http.send(post(url())).body()).hasSize(OkHttpSender.BODY_LIMIT);
  }

  @Test
  void doesNotFollowARedirect() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", "http://evil/").build());

    assertThat(http.send(post(url())).location()).contains("http://evil/");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void givesUpOnAServerThatHangs() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    http.use(withTimeouts(Duration.ofMillis(200)));

    assertThatThrownBy(() -> http.send(post(url())))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("no answer within 200ms");
  }

  @Test
  void givesUpOnAnAnswerThatTricklesForEver() {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(1_000))
            .throttleBody(1, 50, TimeUnit.MILLISECONDS)
            .build());
    http.use(withTimeouts(Duration.ofMillis(300)));

    assertThatThrownBy(() -> http.send(post(url()))).isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void failsWhereNobodyListens() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    assertThatThrownBy(() -> http.send(post("http://127.0.0.1:" + port + "/secret")))
        .isInstanceOf(ConnectException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysNothingOfAUrlThatIsNotOne() {
    assertThatThrownBy(() -> http.send(post("http://a b:x/secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the address is not a valid URL");
  }

  @Test
  void reachesAnyHostThroughTheProxyAndTrustsTheAddedAuthority() throws Exception {
    serveHttpsFor("hooks.slack.com");
    server.enqueue(new MockResponse.Builder().inTunnel().build());
    server.enqueue(new MockResponse.Builder().body("ok").build());
    http.use(throughServer(Optional.of(trustFile().toString()), ""));

    HttpAnswer answer = http.send(post("https://hooks.slack.com/services/A/B/C"));

    assertThat(answer.body()).isEqualTo("ok");
    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("CONNECT hooks.slack.com:443 HTTP/1.1");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/services/A/B/C");
  }

  @Test
  void tellsTheProxyWhoItIsWhenAsked() throws Exception {
    server.enqueue(new MockResponse.Builder().code(407).build());
    server.enqueue(new MockResponse.Builder().body("ok").build());
    http.use(throughServer(Optional.empty(), "user:pw@"));

    assertThat(http.send(post("http://example.com/")).status()).isEqualTo(200);
    assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
    assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
        .isEqualTo("Basic dXNlcjpwdw==");
  }

  @Test
  void reachesThisMachineWithoutTheProxy() throws Exception {
    server.enqueue(new MockResponse.Builder().body("direct").build());
    http.use(
        new HttpSettings(
            Optional.of(URI.create("http://127.0.0.1:1")),
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5)));

    assertThat(http.send(post("http://127.0.0.1:" + server.getPort() + "/")).body())
        .isEqualTo("direct");
  }

  @Test
  void doesNotTrustAnUnknownAuthority() throws Exception {
    serveHttpsFor("localhost");

    assertThatThrownBy(() -> http.send(post("https://localhost:" + server.getPort() + "/")))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void saysWhichTrustFileCannotBeRead() throws Exception {
    Path noPem = Files.writeString(folder.resolve("ca.pem"), "not a certificate");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");

    assertThatThrownBy(() -> sendTrusting(noPem))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ca.pem");
    assertThatThrownBy(() -> sendTrusting(empty)).hasMessageContaining("empty.pem");
    assertThatThrownBy(() -> sendTrusting(folder.resolve("none.pem")))
        .hasMessageContaining("none.pem");
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    List<Thread> ofOthers = watchdogs();
    server.enqueue(new MockResponse.Builder().body("ok").build());
    http.send(post(url()));
    assertThat(ownThreads()).isNotEmpty();

    http.close();

    for (Thread thread : ownThreads()) {
      thread.join(5_000);
    }
    assertThat(ownThreads()).isEmpty();
    assertThat(ofOthers).containsAll(watchdogs());
  }

  /** A thread of OkHttp's that outlives its clients by a minute. */
  private static List<Thread> watchdogs() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("Okio Watchdog"))
        .toList();
  }

  @Test
  void closingEndsTheCallUnderWay() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.setDispatcher(new NeverAnswering(asked));
    Thread closer =
        new Thread(
            () -> {
              try {
                asked.await();
                http.close();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    closer.start();

    assertThatThrownBy(() -> http.send(post(url()))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> http.send(post(url()))).hasMessage("the notifier is closed");
    closer.join();
  }

  private static List<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(MulliganThread.class::isInstance)
        .toList();
  }

  private void sendTrusting(Path pem) throws IOException {
    http.use(throughServer(Optional.of(pem.toString()), ""));
    http.send(post(url()));
  }

  private void serveHttpsFor(String host) {
    HeldCertificate certificate =
        new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .commonName(host)
            .addSubjectAlternativeName(host)
            .build();
    HandshakeCertificates handshake =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    server.useHttps(handshake.sslSocketFactory());
  }

  private Path trustFile() throws IOException {
    return Files.writeString(folder.resolve("trust.pem"), AUTHORITY.certificatePem());
  }

  private HttpSettings throughServer(Optional<String> trust, String login) {
    return new HttpSettings(
        Optional.of(URI.create("http://" + login + "127.0.0.1:" + server.getPort())),
        trust,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }

  private static HttpSettings withTimeouts(Duration readTimeout) {
    return new HttpSettings(
        Optional.empty(), Optional.empty(), Duration.ofMillis(500), readTimeout);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getPort() + "/";
  }

  private static HttpRequest post(String url) {
    return HttpRequest.json(url, "{\"ü\":1}");
  }

  private static String bodyOf(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }
}
