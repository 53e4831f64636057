package dev.mulligan.client;

import dev.mulligan.Retry;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Builds a {@link ResilientHttpClient}. Not thread-safe. */
public final class ResilientHttpClientBuilder {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final Retry retry;
  private Optional<OkHttpClient> base = Optional.empty();
  private Optional<Duration> callTimeout = Optional.empty();
  private boolean sendsKeys;

  ResilientHttpClientBuilder(Retry retry) {
    this.retry = retry;
  }

  /** The connections and threads of all clients that name no other client. */
  private static final class Base {
    private static final OkHttpClient CLIENT =
        new OkHttpClient.Builder().followSslRedirects(false).build();
  }

  /** Sets the application's own client; its settings, connections and threads are used. */
  public ResilientHttpClientBuilder client(OkHttpClient own) {
    base = Optional.of(own);
    return this;
  }

  /**
   * Sets the maximum duration of one attempt, from connecting to the last byte of the answer. The
   * default is the own client's call time-out, or 30 s.
   *
   * @throws IllegalArgumentException if it is less than a millisecond, or more than {@link
   *     Integer#MAX_VALUE} milliseconds
   */
  public ResilientHttpClientBuilder callTimeout(Duration limit) {
    Check.require(
        limit.compareTo(Duration.ofMillis(1)) >= 0
            && limit.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0,
        Setting.CALL_TIMEOUT,
        " must be from 1ms to " + Integer.MAX_VALUE + "ms");
    callTimeout = Optional.of(limit);
    return this;
  }

  /**
   * Adds the call's id as {@code Idempotency-Key} to each request that is not idempotent and has no
   * such header, and so allows its retry. Use it only for servers that support the header
   * (draft-ietf-httpapi-idempotency-key-header).
   */
  public ResilientHttpClientBuilder sendIdempotencyKeys() {
    sendsKeys = true;
    return this;
  }

  /** Builds the client. Opens no connection. */
  public ResilientHttpClient build() {
    OkHttpClient used = base.orElseGet(() -> Base.CLIENT);
    Duration own =
        used.callTimeoutMillis() == 0 ? CALL_TIMEOUT : Duration.ofMillis(used.callTimeoutMillis());
    OkHttpClient client =
        used.newBuilder()
            .callTimeout(callTimeout.orElse(own))
            .addNetworkInterceptor(new RedirectGuard())
            .build();
    return new ResilientHttpClient(client, retry, sendsKeys);
  }
}
