package dev.mulligan.client;

import java.io.IOException;
import okhttp3.Response;

/** What happens to answers that count as failures. */
public final class Answers {

  /** Error pages are smaller. */
  private static final long KEPT_BYTES = 64 * 1024;

  private Answers() {}

  /**
   * Reads a small body into memory, so that its connection serves others during the back-off. It
   * can be read as before.
   *
   * @throws IOException when it breaks off, or the call's time is over
   */
  public static Response releasingConnection(Response response) throws IOException {
    try {
      boolean unused = response.body().source().request(KEPT_BYTES + 1);
      return response; // a larger one keeps its connection until it is closed
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }
}
