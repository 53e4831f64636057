package dev.mulligan.webhook;

import dev.mulligan.Retry;
import dev.mulligan.notify.StandardWebhooks;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Builds a {@link WebhookDelivery}. Not thread-safe. */
public final class WebhookDeliveryBuilder {

  /** Standard Webhooks recommends 15 to 30 s. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

  private final HttpUrl url;
  private final StandardWebhooks signer;
  private Optional<Retry> retry = Optional.empty();
  private Optional<OkHttpClient> base = Optional.empty();
  private Duration callTimeout = CALL_TIMEOUT;
  private Clock clock = Clock.systemUTC();

  WebhookDeliveryBuilder(String url, String secret) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("a webhook's address must be an http or https URL");
    }
    this.url = parsed;
    this.signer = StandardWebhooks.of(secret);
  }

  /** The HTTP client of all deliveries without a client of their own. */
  private static final class Base {
    private static final OkHttpClient CLIENT = new OkHttpClient();
  }

  /**
   * Sets another retry strategy. The alert takes its severity, tags and context; a silent strategy
   * sends no alert.
   */
  public WebhookDeliveryBuilder retry(Retry strategy) {
    retry = Optional.of(strategy);
    return this;
  }

  /**
   * Sets the application's own client; its proxy, certificates, connections and threads are used.
   */
  public WebhookDeliveryBuilder client(OkHttpClient own) {
    base = Optional.of(own);
    return this;
  }

  /**
   * Sets the maximum duration of one attempt; 15 s by default.
   *
   * @throws IllegalArgumentException if it is less than a millisecond, or more than {@link
   *     Integer#MAX_VALUE} milliseconds
   */
  public WebhookDeliveryBuilder callTimeout(Duration limit) {
    Check.require(
        limit.compareTo(Duration.ofMillis(1)) >= 0
            && limit.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0,
        Setting.CALL_TIMEOUT,
        " must be from 1ms to " + Integer.MAX_VALUE + "ms");
    callTimeout = limit;
    return this;
  }

  /** Sets the clock for the signature's timestamp. */
  public WebhookDeliveryBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  /** Builds the delivery. Opens no connection. */
  public WebhookDelivery build() {
    OkHttpClient client =
        base.orElseGet(() -> Base.CLIENT)
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(callTimeout)
            .build();
    return new WebhookDelivery(
        client, retry.orElseGet(() -> Retry.webhook("webhook " + url.host())), url, signer, clock);
  }
}
