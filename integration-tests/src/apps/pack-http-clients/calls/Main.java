package calls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.web.client.RestTemplate;

/**
 * Each client sends one request to a server that is not there yet, and one to a server that says
 * 503 twice.
 */
public final class Main {
  private static final AtomicInteger ARRIVED = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    late("jdk", Main::jdk);
    late("jdk async", Main::jdkAsync);
    late("okhttp", Main::okHttp);
    late("apache", Main::apache);
    busy("jdk", Main::jdk);
    busy("okhttp", Main::okHttp);
    busy("apache", Main::apache);
    busy("rest template", Main::restTemplate);
  }

  /** A request to a port that nobody listens at for a while. */
  private static void late(String name, Call call) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Thread opens = new Thread(() -> open(port, 0));
    opens.start();
    say("late, " + name, call, port);
  }

  private static void open(int port, int refusals) {
    try {
      Thread.sleep(300);
      serve(port, refusals);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void busy(String name, Call call) throws Exception {
    say("busy, " + name, call, serve(0, 2));
  }

  private static int serve(int port, int refusals) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    AtomicInteger left = new AtomicInteger(refusals);
    server.createContext("/", exchange -> answer(exchange, left.getAndDecrement() > 0 ? 503 : 200));
    Thread thread = new Thread(server::start);
    thread.setDaemon(true);
    thread.start();
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    ARRIVED.incrementAndGet();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void say(String what, Call call, int port) {
    ARRIVED.set(0);
    String end;
    try {
      end = "" + call.status(URI.create("http://127.0.0.1:" + port + "/"));
    } catch (Exception e) {
      end = e.getClass().getSimpleName();
    }
    System.out.println(what + ": " + end + ", arrived " + ARRIVED.get());
  }

  private interface Call {
    int status(URI uri) throws Exception;
  }

  private static int jdk(URI uri) throws Exception {
    return HttpClient.newHttpClient().send(post(uri), BodyHandlers.discarding()).statusCode();
  }

  private static int jdkAsync(URI uri) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    return client.sendAsync(post(uri), BodyHandlers.discarding()).get().statusCode();
  }

  private static HttpRequest post(URI uri) {
    return HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("order")).build();
  }

  private static int okHttp(URI uri) throws IOException {
    Request request =
        new Request.Builder()
            .url(uri.toString())
            .post(RequestBody.create("order".getBytes()))
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.code();
    }
  }

  private static int apache(URI uri) throws IOException {
    try (CloseableHttpClient client = HttpClients.custom().disableAutomaticRetries().build()) {
      HttpPost post = new HttpPost(uri);
      post.setEntity(new StringEntity("order"));
      return client.execute(post, response -> response.getCode());
    }
  }

  private static int restTemplate(URI uri) {
    return new RestTemplate().getForEntity(uri, Void.class).getStatusCode().value();
  }
}
