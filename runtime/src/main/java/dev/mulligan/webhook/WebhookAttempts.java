package dev.mulligan.webhook;

import dev.mulligan.Retry;
import dev.mulligan.Work;
import dev.mulligan.client.Answers;
import dev.mulligan.notify.StandardWebhooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends one webhook message. Signs it again for each attempt, because receivers reject a signature
 * that is some minutes old.
 */
final class WebhookAttempts implements Work<Response, IOException> {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final Retry retry;
  private final StandardWebhooks signer;
  private final Clock clock;
  private final HttpUrl url;
  private final String id;
  private final String body;
  private int number;

  WebhookAttempts(
      OkHttpClient client,
      Retry retry,
      StandardWebhooks signer,
      Clock clock,
      HttpUrl url,
      String id,
      String body) {
    this.client = client;
    this.retry = retry;
    this.signer = signer;
    this.clock = clock;
    this.url = url;
    this.id = id;
    this.body = body;
  }

  @Override
  public Response call() throws IOException {
    number++;
    Response response = client.newCall(request()).execute();
    return retry.isFailure(response) ? Answers.releasingConnection(response) : response;
  }

  int count() {
    return number;
  }

  private Request request() {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Mulligan")
            .header("Idempotency-Key", id)
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
    signer.headers(id, clock.instant(), body).forEach(request::header);
    return request.build();
  }
}
