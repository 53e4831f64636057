package dev.mulligan.client;

import dev.mulligan.Retry;
import dev.mulligan.SyncCalls;
import dev.mulligan.retry.failure.CallId;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp that tries again. For use by many threads; make one for each service and keep it.
 *
 * <ul>
 *   <li>Repeated are requests whose method is idempotent (RFC 9110 §9.2.2: GET, HEAD, OPTIONS,
 *       TRACE, PUT, DELETE), and others that carry an {@code Idempotency-Key} or are sent by {@link
 *       #executeRepeatable}: each attempt is the same request. Others are sent once, and OkHttp
 *       does not repeat them by itself either. So is a body that can be sent only once.
 *   <li>Tried again is what the strategy says: by default I/O failures, time-outs, HTTP 408, 425,
 *       429 and 5xx, not before a {@code Retry-After}. When that did not help, the last answer is
 *       returned as it is, or the last exception thrown.
 *   <li>A redirect to another host, port or scheme carries no header of the request but a few that
 *       are known to hold no credentials.
 *   <li>An attempt ends with the call time-out, also where the answer never does. An answer that
 *       another attempt replaces is closed, and its connection used again.
 * </ul>
 */
public final class ResilientHttpClient {

  private static final String KEY = "Idempotency-Key";

  private final OkHttpClient client;
  private final Retry retry;
  private final Retry once;
  private final boolean sendsKeys;

  /**
   * @param sendsKeys whether a request that is not idempotent is given a key of its own
   */
  ResilientHttpClient(OkHttpClient client, Retry retry, boolean sendsKeys) {
    this.client = client;
    this.retry = retry;
    this.once = retry.toBuilder().maxAttempts(1).build();
    this.sendsKeys = sendsKeys;
  }

  /**
   * One with the strategy {@code api-call} and a call time-out of 30 s.
   *
   * @param operation of the service in the log, in notifications and figures, such as {@code
   *     catalogue}
   */
  public static ResilientHttpClient create(String operation) {
    return builder(Retry.apiCall(operation)).build();
  }

  /** For one with another strategy. */
  public static ResilientHttpClientBuilder builder(Retry retry) {
    return new ResilientHttpClientBuilder(retry);
  }

  /**
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException when it is no {@code http} or {@code https} URL
   */
  public Response get(String url) throws IOException {
    return execute(new Request.Builder().url(url).build());
  }

  /**
   * Sent once, unless this client sends keys.
   *
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException when it is no {@code http} or {@code https} URL
   */
  public Response post(String url, RequestBody body) throws IOException {
    return execute(new Request.Builder().url(url).post(body).build());
  }

  /**
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException when it is no {@code http} or {@code https} URL
   */
  public Response put(String url, RequestBody body) throws IOException {
    return execute(new Request.Builder().url(url).put(body).build());
  }

  /**
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException when it is no {@code http} or {@code https} URL
   */
  public Response delete(String url) throws IOException {
    return execute(new Request.Builder().url(url).delete().build());
  }

  /**
   * Sends any request, again where it may be repeated.
   *
   * @return to be closed
   * @throws IOException of the last attempt. Where another might have helped but the request may
   *     not be repeated, the reason is attached to it
   */
  public Response execute(Request request) throws IOException {
    Repeatability repeatability = Repeatability.of(request);
    if (repeatability == Repeatability.NOT_IDEMPOTENT && sendsKeys) {
      CallId id = retry.engine().newId();
      return send(request.newBuilder().header(KEY, id.value().toString()).build(), id);
    }
    return switch (repeatability) {
      case REPEATABLE -> send(request, null);
      case NOT_IDEMPOTENT, BODY_ONLY_ONCE -> sendOnce(request, repeatability);
    };
  }

  /**
   * Sends a request that may be carried out twice, whatever its method: who calls this knows it.
   *
   * @return to be closed
   * @throws IOException as above
   */
  public Response executeRepeatable(Request request) throws IOException {
    Repeatability repeatability = Repeatability.of(request);
    return repeatability == Repeatability.BODY_ONLY_ONCE
        ? sendOnce(request, repeatability)
        : send(request, null);
  }

  private Response send(Request request, @Nullable CallId id) throws IOException {
    return SyncCalls.make(retry, () -> attempt(request), id);
  }

  private Response sendOnce(Request request, Repeatability why) throws IOException {
    Request unrepeated = OnceBody.wrap(request);
    try {
      return SyncCalls.make(once, () -> attempt(unrepeated), null);
    } catch (IOException e) {
      if (retry.mayHelp(e)) {
        e.addSuppressed(new NotRepeatedException(request.method() + " " + why.words()));
      }
      throw e;
    }
  }

  private Response attempt(Request request) throws IOException {
    Response response = client.newCall(request).execute();
    return retry.isFailure(response) ? Answers.releasingConnection(response) : response;
  }
}
