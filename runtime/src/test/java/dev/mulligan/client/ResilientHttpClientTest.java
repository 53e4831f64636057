package dev.mulligan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.Retry;
import dev.mulligan.SecureServer;
import dev.mulligan.VirtualMulligan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTPS server on this machine; only the back-off's time is virtual. */
class ResilientHttpClientTest {

  private static final RequestBody ORDER =
      RequestBody.create("{}", MediaType.get("application/json"));

  private final VirtualMulligan bench = new VirtualMulligan();
  private final SecureServer server = new SecureServer();
  private final SecureServer other = new SecureServer();
  private final OkHttpClient okHttp = SecureServer.client();
  private final Retry retry = Retry.extending("api-call", "orders").with(bench.mulligan).build();
  private final ResilientHttpClient http =
      ResilientHttpClient.builder(retry).client(okHttp).build();

  @AfterEach
  void stop() {
    server.close();
    other.close();
    okHttp.connectionPool().evictAll();
    okHttp.dispatcher().executorService().shutdown();
  }

  @Test
  void aServerThatFailsIsAskedAgainOnTheSameConnection() throws Exception {
    server.answers(503, "busy");
    server.answers(500, "broken");
    server.answers(200, "fine");

    try (Response response = http.get(server.url("/orders"))) {
      assertThat(response.body().string()).isEqualTo("fine");
    }

    assertThat(server.server.takeRequest().getConnectionIndex()).isZero();
    assertThat(server.server.takeRequest().getConnectionIndex()).isZero();
    RecordedRequest third = server.server.takeRequest();
    assertThat(third.getConnectionIndex()).isZero();
    assertThat(third.getExchangeIndex()).isEqualTo(2);
  }

  @Test
  void theConnectionIsFreeDuringTheBackOff() throws Exception {
    server.answers(503, "busy");
    server.answers(200, "fine");
    int[] busy = {-1};
    bench.whileAsleep(
        () ->
            busy[0] =
                okHttp.connectionPool().connectionCount()
                    - okHttp.connectionPool().idleConnectionCount());

    http.get(server.url("/orders")).close();

    assertThat(busy[0]).isZero();
    assertThat(okHttp.connectionPool().connectionCount()).isEqualTo(1);
  }

  @Test
  void retryAfterInSecondsIsHeeded() throws Exception {
    server.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "7"));
    server.answers(200, "fine");

    http.get(server.url("/orders")).close();

    assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void retryAfterAsADateIsHeeded() throws Exception {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .format(VirtualMulligan.NOW.plusSeconds(11).atOffset(ZoneOffset.UTC));
    server.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", date));
    server.answers(200, "fine");

    http.get(server.url("/orders")).close();

    assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(11));
  }

  @Test
  void aConnectionThatIsResetIsTriedAgain() throws Exception {
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    server.answers(200, "fine");

    try (Response response = http.get(server.url("/orders"))) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void theLastAnswerIsTheCallersOwnAndPeopleAreTold() throws Exception {
    for (int i = 1; i <= 5; i++) {
      server.answers(502, "broken " + i);
    }

    try (Response response = http.get(server.url("/orders"))) {
      assertThat(response.code()).isEqualTo(502);
      assertThat(response.body().string()).isEqualTo("broken 5");
    }
    assertThat(bench.told).hasSize(1);
    assertThat(bench.told.get(0).attempts().get(0).failure())
        .isEqualTo("returned okhttp3.Response with code 502");
  }

  @Test
  void anAnswerThatWillNotChangeIsNotAskedForAgain() throws Exception {
    server.answers(413, "too large");

    try (Response response = http.put(server.url("/orders/1"), ORDER)) {
      assertThat(response.code()).isEqualTo(413);
    }
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aPostWithoutAKeyIsSentOnce() throws Exception {
    server.answers(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));

    try (Response response = http.post(server.url("/orders"), ORDER)) {
      assertThat(response.code()).isEqualTo(503);
    }
    assertThat(server.server.getRequestCount()).isEqualTo(1);
    assertThat(bench.told).hasSize(1);
  }

  @Test
  void aPostWithoutAKeyWhoseConnectionBreaksSaysWhyItIsNotRepeated() throws Exception {
    server.answers(200, "warm");
    http.get(server.url("/")).close(); // a connection that OkHttp might try a second one after
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));

    assertThatThrownBy(() -> http.post(server.url("/orders"), ORDER))
        .isInstanceOf(IOException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed()[0])
                    .isInstanceOf(NotRepeatedException.class)
                    .hasMessage(
                        "POST without an Idempotency-Key is not repeated, since it may have been"
                            + " carried out: send the header, or use executeRepeatable"));
    assertThat(server.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aPostWithAKeyIsSentWithTheSameOneEachTime() throws Exception {
    server.answers(503, "busy");
    server.answers(201, "made");
    Request request =
        new Request.Builder()
            .url(server.url("/orders"))
            .header("Idempotency-Key", "order-4711")
            .post(ORDER)
            .build();

    http.execute(request).close();

    assertThat(key(server.server.takeRequest())).isEqualTo("order-4711");
    assertThat(key(server.server.takeRequest())).isEqualTo("order-4711");
  }

  @Test
  void aClientThatSendsKeysGivesEachPostTheCallsId() throws Exception {
    ResilientHttpClient keyed =
        ResilientHttpClient.builder(retry).client(okHttp).sendIdempotencyKeys().build();
    server.answers(503, "busy");
    server.answers(201, "made");
    server.answers(201, "made");

    keyed.post(server.url("/orders"), ORDER).close();
    keyed.post(server.url("/orders"), ORDER).close();

    String first = String.valueOf(key(server.server.takeRequest()));
    assertThat(key(server.server.takeRequest())).isEqualTo(first);
    assertThat(key(server.server.takeRequest())).isNotNull().isNotEqualTo(first);
    assertThat(bench.log()).contains("[call " + first.substring(0, 8) + "]");
  }

  @Test
  void aPostIsRepeatedWhenAskedTo() throws Exception {
    server.answers(503, "busy");
    server.answers(200, "found");

    Request search = new Request.Builder().url(server.url("/search")).post(ORDER).build();
    try (Response response = http.executeRepeatable(search)) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void aBodyThatCanBeSentOnlyOnceIsNotReplayed() throws Exception {
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));

    assertThatThrownBy(() -> http.put(server.url("/files/1"), new Streamed("content")))
        .isInstanceOf(IOException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed()[0])
                    .hasMessage("PUT is not repeated, since its body can be sent only once"));
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aBodyThatCanBeSentOnlyOnceArrivesWhole() throws Exception {
    server.answers(201, "made");

    http.put(server.url("/files/1"), new Streamed("content")).close();

    assertThat(String.valueOf(server.server.takeRequest().getBody())).contains("content");
  }

  @Test
  void aRedirectCarriesNoCredentialsToAnotherHost() throws Exception {
    server.answers(
        new MockResponse.Builder().code(301).addHeader("Location", other.url("/stolen")));
    other.answers(200, "moved");
    Request request =
        new Request.Builder()
            .url(server.url("/orders"))
            .header("Authorization", "Bearer token")
            .header("Cookie", "session=1")
            .header("X-Api-Key", "secret")
            .header("Accept", "text/plain")
            .build();

    http.execute(request).close();

    RecordedRequest here = server.server.takeRequest();
    assertThat(here.getHeaders().get("X-Api-Key")).isEqualTo("secret");
    RecordedRequest there = other.server.takeRequest();
    assertThat(there.getHeaders().names())
        .doesNotContain("Authorization", "Cookie", "X-Api-Key")
        .contains("Accept", "Host", "User-Agent");
  }

  @Test
  void aRedirectOnTheSameHostKeepsCredentials() throws Exception {
    server.answers(new MockResponse.Builder().code(301).addHeader("Location", "/moved"));
    server.answers(200, "moved");

    http.execute(new Request.Builder().url(server.url("/")).header("X-Api-Key", "secret").build())
        .close();

    server.server.takeRequest();
    assertThat(server.server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("secret");
  }

  @Test
  void aPostWithoutAKeyStillFollowsARedirectThatKeepsTheMethod() throws Exception {
    server.answers(new MockResponse.Builder().code(307).addHeader("Location", "/moved"));
    server.answers(201, "made");

    try (Response response = http.post(server.url("/orders"), ORDER)) {
      assertThat(response.code()).isEqualTo(201);
    }
    server.server.takeRequest();
    assertThat(server.server.takeRequest().getMethod()).isEqualTo("POST");
  }

  @Test
  void anAnswerThatNeverEndsIsCutByTheCallTimeout() throws Exception {
    ResilientHttpClient hasty =
        ResilientHttpClient.builder(retry)
            .client(okHttp)
            .callTimeout(Duration.ofMillis(300))
            .build();
    server.answers(
        new MockResponse.Builder()
            .body("x".repeat(10_000))
            .throttleBody(10, 50, TimeUnit.MILLISECONDS));

    try (Response response = hasty.get(server.url("/endless"))) {
      assertThatThrownBy(() -> response.body().string())
          .isInstanceOf(InterruptedIOException.class)
          .hasMessage("timeout");
    }
  }

  @Test
  void anErrorThatNeverEndsIsAFailedAttempt() throws Exception {
    ResilientHttpClient hasty =
        ResilientHttpClient.builder(retry)
            .client(okHttp)
            .callTimeout(Duration.ofMillis(300))
            .build();
    server.answers(
        new MockResponse.Builder()
            .code(503)
            .body("x".repeat(10_000))
            .throttleBody(10, 50, TimeUnit.MILLISECONDS));
    server.answers(200, "fine");

    try (Response response = hasty.get(server.url("/endless"))) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void aCallTimeoutOfNothingIsRefused() {
    assertThatThrownBy(() -> ResilientHttpClient.builder(retry).callTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("callTimeout must be from 1ms to ");
  }

  private static @Nullable String key(RecordedRequest request) {
    return request.getHeaders().get("Idempotency-Key");
  }

  /** From a stream, as of a file being uploaded. */
  private static final class Streamed extends RequestBody {
    private final InputStream content;

    Streamed(String content) {
      this.content = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeAll(Okio.source(content));
    }
  }
}
