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
 * Delivers JSON to one receiver's webhook, signed as Standard Webhooks 1.0.0 says
 * (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). For use by many
 * threads.
 *
 * <p>Tried again are I/O failures, time-outs, HTTP 408, 425, 429 and 5xx, by the strategy {@code
 * webhook} unless another is named. Any other answer but 2xx is final, 404, 410 and 413 among them;
 * redirects are not followed. What remains undelivered is thrown, and sent to people as a
 * webhook-failure alert; the first delivery after it is told as its end.
 */
public final class WebhookDelivery {

  private final OkHttpClient client;
  private final Retry retry;
  private final OnFailure told;
  private final HttpUrl url;
  private final StandardWebhooks signer;
  private final Clock clock;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  WebhookDelivery(
      OkHttpClient client, Retry retry, HttpUrl url, StandardWebhooks signer, Clock clock) {
    this.client = client;
    this.told = retry.strategy().onFailure();
    this.retry = retry.toBuilder().silent().build(); // the alert is ours, also for a final answer
    this.url = url;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * One with the strategy {@code webhook} and a call time-out of 15 s.
   *
   * @param url {@code http} or {@code https}; may hold secrets, which are shown nowhere
   * @param secret {@code whsec_} and the key in Base64; the beginning may be left out
   * @throws IllegalArgumentException when one of them is not; the message does not show it
   */
  public static WebhookDelivery to(String url, String secret) {
    return builder(url, secret).build();
  }

  /**
   * For one with another strategy or client.
   *
   * @throws IllegalArgumentException as above
   */
  public static WebhookDeliveryBuilder builder(String url, String secret) {
    return new WebhookDeliveryBuilder(url, secret);
  }

  /**
   * Delivers a message under an id of its own; waits on this thread.
   *
   * @param json sent as it is
   * @throws WebhookFailedException when it was not delivered
   */
  public WebhookReceipt deliver(String json) throws WebhookFailedException {
    return deliver("msg_" + UUID.randomUUID().toString().replace("-", ""), json);
  }

  /**
   * Delivers a message.
   *
   * @param id the same whenever this message is delivered again, so that its receiver can drop a
   *     repeat; without a full stop
   * @param json sent as it is
   * @throws WebhookFailedException when it was not delivered
   * @throws IllegalArgumentException when the id is empty, or has a full stop or other characters
   *     than printable ASCII
   */
  public WebhookReceipt deliver(String id, String json) throws WebhookFailedException {
    requireId(id);
    WebhookAttempts attempts = new WebhookAttempts(client, retry, signer, clock, url, id, json);
    try (Response response = SyncCalls.make(retry, attempts, null)) {
      if (!response.isSuccessful()) {
        String why = WebhookAnswer.words(response.code(), json.getBytes(StandardCharsets.UTF_8));
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
    if (told.notifies()) {
      isFailing.set(true);
      Notification notification =
          Notification.of(NotificationType.WEBHOOK_FAILURE, alert, withId(id), told.tags());
      retry.mulligan().notify(told.severity().map(notification::withSeverity).orElse(notification));
    }
    return new WebhookFailedException(alert.message() + " " + why, id, status, attempts, cause);
  }

  private Map<String, String> withId(String id) {
    Map<String, String> words = new LinkedHashMap<>(told.context());
    words.put("webhook-id", id);
    return words;
  }

  /** Resolves what was told before, once. */
  private void succeeded() {
    if (isFailing.get() && isFailing.compareAndSet(true, false)) {
      String receiver = Alert.webhookFailure(url.toString(), 1, "").subject();
      Alert alert =
          Alert.success(receiver, "The webhook to " + receiver + " is delivered again.", Map.of());
      retry
          .mulligan()
          .notify(Notification.of(NotificationType.SUCCESS, alert, told.context(), told.tags()));
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
