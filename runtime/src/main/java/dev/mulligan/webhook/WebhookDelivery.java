package dev.mulligan.webhook;

import dev.mulligan.Retry;
import dev.mulligan.SyncCalls;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.StandardWebhooks;
import dev.mulligan.retry.strategy.OnFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Delivers JSON to one receiver's webhook, signed according to Standard Webhooks 1.0.0
 * (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). Thread-safe.
 *
 * <p>Retries I/O failures, time-outs, HTTP 408, 425, 429 and 5xx, with the strategy {@code webhook}
 * by default. Any other answer except 2xx is final, including 404, 410 and 413; redirects are not
 * followed. A delivery that finally fails throws an exception and sends a webhook-failure alert;
 * the first successful delivery after that resolves the alert.
 */
public final class WebhookDelivery {

  private final OkHttpClient client;
  private final Retry retry;
  private final OnFailure onFailure;
  private final HttpUrl url;
  private final StandardWebhooks signer;
  private final Clock clock;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  WebhookDelivery(
      OkHttpClient client, Retry retry, HttpUrl url, StandardWebhooks signer, Clock clock) {
    this.client = client;
    this.onFailure = retry.strategy().onFailure();
    this.retry =
        retry.toBuilder()
            .silent()
            .build(); // this class sends the alert itself, also for an answer that is not retried
    this.url = url;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Creates a delivery with the strategy {@code webhook} and a call time-out of 15 s.
   *
   * @param url {@code http} or {@code https}; may contain secrets; they are masked wherever the URL
   *     is shown
   * @param secret {@code whsec_} and the key in Base64; the prefix is optional
   * @throws IllegalArgumentException if one of them is malformed; the message does not show it
   */
  public static WebhookDelivery to(String url, String secret) {
    return builder(url, secret).build();
  }

  /**
   * Returns a builder for a delivery with another strategy or client.
   *
   * @throws IllegalArgumentException as above
   */
  public static WebhookDeliveryBuilder builder(String url, String secret) {
    return new WebhookDeliveryBuilder(url, secret);
  }

  /**
   * Delivers a message with a generated id. Blocks this thread.
   *
   * @param json sent unchanged
   * @throws WebhookFailedException if the message was not delivered
   */
  public WebhookReceipt deliver(String json) throws WebhookFailedException {
    return deliver("msg_" + UUID.randomUUID().toString().replace("-", ""), json);
  }

  /**
   * Delivers a message with a given id. Blocks this thread.
   *
   * @param id the same for each repeated delivery of this message, so that the receiver can drop
   *     duplicates; without a full stop
   * @param json sent unchanged
   * @throws WebhookFailedException if the message was not delivered
   * @throws IllegalArgumentException if the id is empty, contains a full stop, or characters other
   *     than printable ASCII
   */
  public WebhookReceipt deliver(String id, String json) throws WebhookFailedException {
    requireId(id);
    WebhookAttempts attempts = new WebhookAttempts(client, retry, signer, clock, url, id, json);
    try (Response response = SyncCalls.make(retry, attempts, null)) {
      if (!response.isSuccessful()) {
        String why = WebhookAnswer.describe(response.code(), json.getBytes(StandardCharsets.UTF_8));
        throw failed(why, id, response.code(), attempts.count(), null);
      }
      succeeded();
      return new WebhookReceipt(id, response.code(), attempts.count());
    } catch (WebhookFailedException e) {
      throw e;
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), id, 0, attempts.count(), e);
    }
  }

  private WebhookFailedException failed(
      String why, String id, int status, int attempts, @Nullable IOException cause) {
    Alert alert = Alert.webhookFailure(url.toString(), attempts, why);
    if (onFailure.notifies()) {
      isFailing.set(true);
      Notification notification =
          Notification.of(NotificationType.WEBHOOK_FAILURE, alert, withId(id), onFailure.tags());
      retry
          .mulligan()
          .notify(onFailure.severity().map(notification::withSeverity).orElse(notification));
    }
    return new WebhookFailedException(alert.message() + " " + why, id, status, attempts, cause);
  }

  private Map<String, String> withId(String id) {
    Map<String, String> words = new LinkedHashMap<>(onFailure.context());
    words.put("webhook-id", id);
    return words;
  }

  /** Sends one success notification if an alert is open. */
  private void succeeded() {
    if (isFailing.get() && isFailing.compareAndSet(true, false)) {
      String receiver = Alert.webhookFailure(url.toString(), 1, "").subject();
      Alert alert =
          Alert.success(receiver, "The webhook to " + receiver + " is delivered again.", Map.of());
      retry
          .mulligan()
          .notify(
              Notification.of(
                  NotificationType.SUCCESS, alert, onFailure.context(), onFailure.tags()));
    }
  }

  private static void requireId(String id) {
    boolean fits = !id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '.');
    if (!fits) {
      throw new IllegalArgumentException(
          "a webhook's id must be printable ASCII without blanks and full stops");
    }
  }
}
