package dev.mulligan.retry.builtin;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.stream.MalformedJsonException;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.strategy.Strategy;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInStrategiesTest {

  private final LogCapture log = new LogCapture();
  private final Conditions conditions = new Conditions(log.log());

  @Test
  void eachIsFoundByItsOwnName() {
    assertThat(BuiltInStrategies.byName())
        .allSatisfy((name, strategy) -> assertThat(strategy.name()).isEqualTo(name))
        .containsOnlyKeys(BuiltInStrategies.names());
  }

  @Test
  void theseFourAreBuiltIn() {
    assertThat(BuiltInStrategies.byName())
        .containsOnlyKeys("api-call", "database", "webhook", "memory")
        .allSatisfy((name, strategy) -> assertThat(strategy.name()).isEqualTo(name));
  }

  @Test
  void apiCallTriesFiveTimesWithinHalfAMinuteEach() {
    Strategy strategy = named("api-call");
    assertThat(strategy.maxAttempts()).isEqualTo(5);
    assertThat(strategy.backoff())
        .isEqualTo(new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30)));
    assertThat(strategy.jitter()).isEqualTo(new Jitter.Full());
    assertThat(strategy.maxDuration()).isEmpty();
    assertThat(strategy.delayFrom()).contains(DelaySource.RETRY_AFTER);
    assertThat(strategy.onFailure().notifies()).isTrue();
  }

  @Test
  void databaseTriesThreeTimesAndTellsNobody() {
    Strategy strategy = named("database");
    assertThat(strategy.maxAttempts()).isEqualTo(3);
    assertThat(strategy.backoff())
        .isEqualTo(new Backoff.Exponential(ofMillis(500), 2, ofSeconds(5)));
    assertThat(strategy.onFailure().notifies()).isFalse();
  }

  @Test
  void webhookTriesFiveTimesWithinTenMinutes() {
    Strategy strategy = named("webhook");
    assertThat(strategy.maxAttempts()).isEqualTo(5);
    assertThat(strategy.backoff())
        .isEqualTo(new Backoff.RandomExponential(ofSeconds(1), ofSeconds(1), 2, ofMinutes(2)));
    assertThat(strategy.maxDuration()).contains(ofMinutes(10));
    assertThat(strategy.onFailure().type()).isEqualTo(NotificationType.WEBHOOK_FAILURE);
    assertThat(strategy.retryOn()).isEqualTo(named("api-call").retryOn());
    assertThat(strategy.retryOnResult()).isEqualTo(named("api-call").retryOnResult());
  }

  @Test
  void memoryTriesThreeTimesWhateverTheException() {
    Strategy strategy = named("memory");
    assertThat(strategy.maxAttempts()).isEqualTo(3);
    assertThat(strategy.backoff())
        .isEqualTo(new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(10)));
    assertThat(strategy.onFailure().notifies()).isTrue();
    assertThat(conditions.retriesException(strategy, new IllegalStateException())).isTrue();
  }

  @Test
  void aStrategyOfItsOwnStartsFromThreeAttemptsForAnyException() {
    Strategy strategy = BuiltInStrategies.defaults("mine");
    assertThat(strategy.name()).isEqualTo("mine");
    assertThat(strategy.maxAttempts()).isEqualTo(3);
    assertThat(strategy.backoff())
        .isEqualTo(new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30)));
    assertThat(strategy.jitter()).isEqualTo(new Jitter.Full());
    assertThat(strategy.retryOn())
        .containsExactly(ExceptionCondition.ofType("java.lang.Exception"));
    assertThat(strategy.onFailure().notifies()).isTrue();
    assertThat(strategy.onFailure().type()).isEqualTo(NotificationType.TASK_FAILURE);
    assertThat(strategy.onFailure().tags()).isEqualTo(TagSelection.UNTAGGED);
  }

  @Test
  void apiCallRetriesWhatFailsOnTheWay() {
    assertRetried(
        "api-call",
        new ConnectException("refused"),
        new SocketTimeoutException("Read timed out"),
        new UnknownHostException("api.example.org"),
        new EOFException(),
        new HttpTimeoutException("request timed out"),
        new HttpConnectTimeoutException("connect timed out"),
        new TimeoutException(),
        new UncheckedIOException(new IOException("reset")),
        new ExecutionException(new ConnectException("refused")),
        new CompletionException(new TimeoutException()),
        handshake("Remote host terminated the handshake", new EOFException()));
  }

  @Test
  void apiCallDoesNotRepeatAMistakeThatLasts() {
    assertThrownAtOnce(
        "api-call",
        new FileNotFoundException("https://api.example.org/gone"),
        new NoSuchFileException("token"),
        new MalformedURLException("htp"),
        new MalformedJsonException("line 1"),
        new UncheckedIOException(new NoSuchFileException("token")),
        new ExecutionException(new FileNotFoundException()),
        handshake("PKIX path validation failed", new CertificateExpiredException()),
        handshake("(handshake_failure) Received fatal alert: handshake_failure", null),
        handshake("Received fatal alert: certificate_unknown", null),
        new SSLPeerUnverifiedException("no name matches"),
        new IOException("Canceled"),
        new IllegalStateException("a bug"),
        new ExecutionException(new IllegalStateException("a bug")));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void apiCallRetriesATransientStatus(int status) {
    assertThat(conditions.fitting(named("api-call"), okHttpAnswer(status))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 301, 304, 400, 401, 403, 404, 409, 422, 426, 431})
  void apiCallReturnsEveryOtherStatus(int status) {
    assertThat(conditions.fitting(named("api-call"), okHttpAnswer(status))).isEmpty();
  }

  @Test
  void apiCallLeavesResultsAloneThatMerelyLookAlike() {
    assertThat(conditions.fitting(named("api-call"), new LookAlike(503))).isEmpty();
    assertThat(conditions.fitting(named("api-call"), null)).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void databaseRetriesWhatIsTransient() {
    assertRetried(
        "database",
        new SQLTransientConnectionException("pool exhausted"),
        new SQLRecoverableException("lost"),
        new SQLException("connection failure", "08006"),
        new SQLException("serialization failure", "40001"),
        new SQLException("deadlock detected", "40P01"),
        new SQLException("terminating connection", "57P01"),
        new SQLException("too many connections", "53300"),
        new IllegalStateException("could not commit", new SQLException("lost", "08003")),
        new IllegalStateException(new RuntimeException(new SQLRecoverableException("lost"))));
  }

  @Test
  void databaseDoesNotRepeatAMistakeThatLasts() {
    SQLException wrongPassword = new SQLException("password authentication failed", "28P01");
    assertThrownAtOnce(
        "database",
        new SQLSyntaxErrorException("typo", "42601"),
        new SQLException("duplicate key", "23505"),
        new SQLException("no state"),
        new SQLTransientConnectionException("pool: not available", "08001", wrongPassword),
        new IllegalStateException("a bug"),
        new IOException());
  }

  private void assertRetried(String strategy, Exception... thrown) {
    for (Exception each : thrown) {
      assertThat(conditions.retriesException(named(strategy), each)).as("%s", each).isTrue();
    }
    assertThat(log.lines()).isEmpty();
  }

  private void assertThrownAtOnce(String strategy, Exception... thrown) {
    for (Exception each : thrown) {
      assertThat(conditions.retriesException(named(strategy), each)).as("%s", each).isFalse();
    }
    assertThat(log.lines()).isEmpty();
  }

  private static Exception handshake(String message, @Nullable Exception cause) {
    Exception handshake = new SSLHandshakeException(message);
    Optional.ofNullable(cause).ifPresent(handshake::initCause);
    return handshake;
  }

  private static Response okHttpAnswer(int status) {
    return new Response.Builder()
        .request(new Request.Builder().url("http://localhost/").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("test")
        .build();
  }

  private static Strategy named(String name) {
    return Optional.ofNullable(BuiltInStrategies.byName().get(name)).orElseThrow();
  }

  public record LookAlike(int code) {}
}
