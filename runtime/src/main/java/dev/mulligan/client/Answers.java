package dev.mulligan.client;

import java.io.IOException;
import okhttp3.Response;

/** Buffers HTTP responses that count as failures. */
public final class Answers {

  /** Larger than any usual error page. */
  private static final long KEPT_BYTES = 64 * 1024;

  private Answers() {}

  /**
   * Reads a small body into memory, so that its connection is free during the back-off. The body
   * stays readable.
   *
   * @throws IOException if the body ends early, or the call's time-out expires
   */
  public static Response releasingConnection(Response response) throws IOException {
    try {
      boolean unused = response.body().source().request(KEPT_BYTES + 1);
      return response; // a larger body keeps its connection until it is closed
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }
}
