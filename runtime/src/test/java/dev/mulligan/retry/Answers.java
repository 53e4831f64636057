package dev.mulligan.retry;

import com.sun.net.httpserver.HttpServer;
import feign.FeignException;
import feign.Request;
import feign.Request.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.Protocol;
import okhttp3.Response;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What the real clients return and throw for a status and a Retry-After. */
public final class Answers {

  private Answers() {}

  public static List<Object> returned(int status, String retryAfter) throws Exception {
    return List.of(
        jdk(status, retryAfter),
        okHttp(status, retryAfter),
        apache(status, retryAfter),
        ResponseEntity.status(status).header("Retry-After", retryAfter).build(),
        feign(status, retryAfter));
  }

  public static List<Exception> thrown(int status, String retryAfter) {
    return List.of(
        restClient(status, retryAfter),
        WebClientResponseException.create(
            status, "test", headers(retryAfter), new byte[0], StandardCharsets.UTF_8),
        FeignException.errorStatus("test", feign(status, retryAfter)));
  }

  public static Response okHttp(int status, String retryAfter) {
    return new Response.Builder()
        .request(new okhttp3.Request.Builder().url("http://localhost/").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("test")
        .header("retry-after", retryAfter)
        .build();
  }

  public static HttpResponse<Void> jdk(int status, String retryAfter)
      throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", retryAfter);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    } finally {
      server.stop(0);
    }
  }

  private static BasicClassicHttpResponse apache(int status, String retryAfter) {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(status);
    response.setHeader("Retry-After", retryAfter);
    return response;
  }

  private static feign.Response feign(int status, String retryAfter) {
    return feign.Response.builder()
        .status(status)
        .headers(Map.of("Retry-After", List.of(retryAfter)))
        .request(
            Request.create(
                HttpMethod.GET, "http://localhost/", Map.of(), null, StandardCharsets.UTF_8, null))
        .build();
  }

  private static RestClientResponseException restClient(int status, String retryAfter) {
    HttpStatusCode code = HttpStatusCode.valueOf(status);
    return code.is5xxServerError()
        ? HttpServerErrorException.create(code, "test", headers(retryAfter), new byte[0], null)
        : HttpClientErrorException.create(code, "test", headers(retryAfter), new byte[0], null);
  }

  private static HttpHeaders headers(String retryAfter) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Retry-After", retryAfter);
    return headers;
  }
}
