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
 * An OkHttp client with retries. Thread-safe; create one for each service and keep it.
 *
 * <ul>
 *   <li>It repeats requests with an idempotent method (RFC 9110 §9.2.2: GET, HEAD, OPTIONS, TRACE,
 *       PUT, DELETE), requests with an {@code Idempotency-Key}, and those sent by {@link
 *       #executeRepeatable}; each attempt sends the same request. It sends all others once, and
 *       keeps OkHttp from repeating them by itself. It also sends once a request whose body can be
 *       sent only once.
 *   <li>The strategy decides what is retried: by default I/O failures, time-outs, HTTP 408, 425,
 *       429 and 5xx, honouring {@code Retry-After}. When the attempts are used up, the caller gets
 *       the last answer unchanged, or the last exception.
 *   <li>A redirect to another host, port or scheme carries only headers that are known to hold no
 *       credentials.
 *   <li>The call time-out limits each attempt, including an answer that never ends. An answer that
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
   * @param sendsKeys whether to add an idempotency key to requests whose method is not idempotent
   */
  ResilientHttpClient(OkHttpClient client, Retry retry, boolean sendsKeys) {
    this.client = client;
    this.retry = retry;
    this.once = retry.toBuilder().maxAttempts(1).build();
    this.sendsKeys = sendsKeys;
  }

  /**
   * Creates a client with the strategy {@code api-call} and a call time-out of 30 s.
   *
   * @param operation the service's name in the log, in notifications and statistics, such as {@code
   *     catalogue}
   */
  public static ResilientHttpClient create(String operation) {
    return builder(Retry.apiCall(operation)).build();
  }

  /** Returns a builder for a client with another strategy. */
  public static ResilientHttpClientBuilder builder(Retry retry) {
    return new ResilientHttpClientBuilder(retry);
  }

  /**
   * Sends a GET request.
   *
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException if it is no {@code http} or {@code https} URL
   */
  public Response get(String url) throws IOException {
    return execute(new Request.Builder().url(url).build());
  }

  /**
   * Sends a POST request, once, unless this client sends idempotency keys.
   *
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException if it is no {@code http} or {@code https} URL
   */
  public Response post(String url, RequestBody body) throws IOException {
    return execute(new Request.Builder().url(url).post(body).build());
  }

  /**
   * Sends a PUT request.
   *
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException if it is no {@code http} or {@code https} URL
   */
  public Response put(String url, RequestBody body) throws IOException {
    return execute(new Request.Builder().url(url).put(body).build());
  }

  /**
   * Sends a DELETE request.
   *
   * @return to be closed
   * @throws IOException of the last attempt
   * @throws IllegalArgumentException if it is no {@code http} or {@code https} URL
   */
  public Response delete(String url) throws IOException {
    return execute(new Request.Builder().url(url).delete().build());
  }

  /**
   * Sends any request, with retries if it may be repeated.
   *
   * @return to be closed
   * @throws IOException of the last attempt. If another attempt might have helped but the request
   *     may not be repeated, the reason is attached
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
   * Sends a request with retries, whatever its method. The caller knows that the server may process
   * it twice.
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
        e.addSuppressed(new NotRepeatedException(request.method() + " " + why.explanation()));
      }
      throw e;
    }
  }

  private Response attempt(Request request) throws IOException {
    Response response = client.newCall(request).execute();
    return retry.isFailure(response) ? Answers.releasingConnection(response) : response;
  }
}
