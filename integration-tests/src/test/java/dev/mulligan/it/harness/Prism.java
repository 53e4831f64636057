package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/**
 * A vendor simulated from its OpenAPI document by {@code @stoplight/prism-cli}: it answers valid
 * requests with the document's example, and others with 422 and the reason.
 */
public final class Prism implements AutoCloseable {

  private static final Path PROGRAM = Path.of("peers/node_modules/.bin/prism").toAbsolutePath();

  private final Peer peer;
  private final String url;

  private Prism(Peer peer, String url) {
    this.peer = peer;
    this.url = url;
  }

  public static Prism of(Path document) {
    String port = String.valueOf(Ports.free());
    String url = "http://127.0.0.1:" + port;
    Peer peer =
        Peer.start(
            PROGRAM,
            List.of(
                "mock", "--errors", "--host", "127.0.0.1", "--port", port, document.toString()));
    try {
      peer.awaitAnswer(url + "/", "prism");
      return new Prism(peer, url);
    } catch (AssertionError e) {
      peer.close();
      throw e;
    }
  }

  /**
   * Hands a request on.
   *
   * @param path as the document has it: without the path of its server's URL
   */
  public Reply answer(ReceivedRequest request, String path) {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .header("Content-Type", request.header("content-type").orElse(""))
            .build();
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
      return Reply.json(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(peer.report(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    peer.close();
  }
}
