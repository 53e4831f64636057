package dev.mulligan.client;

import java.util.Set;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Whether a request may be sent again if nobody knows whether the server processed it. */
enum Repeatability {
  REPEATABLE(""),
  NOT_IDEMPOTENT(
      "without an Idempotency-Key is not repeated, since it may have been carried out: send the"
          + " header, or use executeRepeatable"),
  BODY_ONLY_ONCE("is not repeated, since its body can be sent only once");

  /** RFC 9110, section 9.2.2. */
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

  private final String explanation;

  Repeatability(String explanation) {
    this.explanation = explanation;
  }

  static Repeatability of(Request request) {
    RequestBody body = request.body();
    if (body != null && (body.isOneShot() || body.isDuplex())) {
      return BODY_ONLY_ONCE;
    }
    boolean repeatable =
        IDEMPOTENT.contains(request.method()) || request.header("Idempotency-Key") != null;
    return repeatable ? REPEATABLE : NOT_IDEMPOTENT;
  }

  /** Returns the explanation that follows the method's name in a message. */
  String explanation() {
    return explanation;
  }
}
