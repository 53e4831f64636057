package dev.mulligan.retry.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.mulligan.retry.inspect.NotHeldException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropertyTestTest {

  @Test
  void readsAnAccessorAGetterAnIsGetterAndAField() {
    assertThat(holds(new Reply(), "accessor", 1)).isTrue();
    assertThat(holds(new Reply(), "getter", 2)).isTrue();
    assertThat(holds(new Reply(), "flag", true)).isTrue();
    assertThat(holds(new Reply(), "field", 4)).isTrue();
  }

  @Test
  void goesDeeperAtADot() {
    assertThat(holds(new Reply(), "next.getter", 2)).isTrue();
    assertThat(holds(new Reply(), "nothing.getter", null)).isTrue();
  }

  @Test
  void readsARecordThatIsNotPublic() {
    assertThat(holds(new Hidden(503), "statusCode", 503)).isTrue();
  }

  @Test
  void readsNoStaticPrivateOrVoidMethod() {
    for (String name : new String[] {"constant", "secret", "action", "withParameter", "getClas"}) {
      assertThatThrownBy(() -> holds(new Reply(), name, 1))
          .isInstanceOf(NotHeldException.class)
          .hasMessage(Reply.class.getName() + " has no public '" + name + "' that can be read");
    }
  }

  @Test
  void reachesTheJdksHiddenResponseThroughItsPublicInterface() throws Exception {
    HttpResponse<Void> response = busyAnswer();
    assertThat(response.getClass().getModule().isExported(response.getClass().getPackageName()))
        .isFalse();
    assertThat(holds(response, "statusCode", 503)).isTrue();
  }

  @Test
  void readsOkHttpsResponse() {
    Response response =
        new Response.Builder()
            .request(new Request.Builder().url("http://localhost/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(503)
            .message("busy")
            .build();
    assertThat(holds(response, "code", 503)).isTrue();
  }

  @Test
  void refusesANameThatIsNone() {
    for (String name : new String[] {"", "status code", "a..b", ".a", "1st", "a()"}) {
      assertThatThrownBy(() -> new PropertyTest(name, new ValueTest.Is(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "property must be a name such as statusCode or response.status, was '" + name + "'");
    }
  }

  private static HttpResponse<Void> busyAnswer() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
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

  private static boolean holds(Object target, String property, @Nullable Object literal) {
    return new PropertyTest(property, new ValueTest.Is(literal)).holds(target);
  }

  private record Hidden(int statusCode) {}

  @SuppressWarnings({"unused", "EffectivelyPrivate"}) // read by name
  public static final class Reply {
    public final int field = 4;

    public int accessor() {
      return 1;
    }

    public int getGetter() {
      return 2;
    }

    public boolean isFlag() {
      return true;
    }

    public Reply next() {
      return this;
    }

    public @Nullable Reply getNothing() {
      return null;
    }

    public static int constant() {
      return 1;
    }

    private int secret() {
      return 1;
    }

    public void action() {}

    public int withParameter(int given) {
      return given;
    }
  }
}
