package dev.mulligan.client;

import dev.mulligan.Retry;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Makes a {@link ResilientHttpClient}. For one thread. */
public final class ResilientHttpClientBuilder {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final Retry retry;
  private Optional<OkHttpClient> base = Optional.empty();
  private Optional<Duration> callTimeout = Optional.empty();
  private boolean sendsKeys;

  ResilientHttpClientBuilder(Retry retry) {
    this.retry = retry;
  }

  /** Shared by all clients that name no other: connections and threads are. */
  private static final class Base {
    private static final OkHttpClient CLIENT =
        new OkHttpClient.Builder().followSslRedirects(false).build();
  }

  /** The application's own client, whose settings, connections and threads are used. */
  public ResilientHttpClientBuilder client(OkHttpClient own) {
    base = Optional.of(own);
    return this;
  }

  /**
   * How long one attempt may take in all, from connecting to the last byte of the answer; 30 s
   * unless this or the own client says otherwise.
   *
   * @throws IllegalArgumentException when it is not at least a millisecond, or more than {@link
   *     Integer#MAX_VALUE} of them
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
   * Gives each request that is not idempotent and has no {@code Idempotency-Key} one of its own,
   * the call's id, and so may repeat it. Only for servers that heed the header
   * (draft-ietf-httpapi-idempotency-key-header).
   */
  public ResilientHttpClientBuilder sendIdempotencyKeys() {
    sendsKeys = true;
    return this;
  }

  /** Opens no connection. */
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
