package replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends bodies whose declared types do not tell that they can be read only once. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    for (Object body : List.of(stream(), "text")) {
      Sender sender = new Sender();
      print("plain", sender, () -> sender.plain(body));
      print("listed", sender, () -> sender.listed(List.of(body)));
      print("guarded", sender, () -> sender.guarded(body));
      print("judged", sender, () -> sender.judged(body));
      print("answers", sender, () -> sender.answers(body));
      print("answersGuarded", sender, () -> sender.answersGuarded(body));
      print("later", sender, () -> sender.later(body).join());
      print("laterGuarded", sender, () -> sender.laterGuarded(body).join());
      print("allowed", sender, () -> sender.allowed(body));
    }
  }

  private static InputStream stream() {
    return new ByteArrayInputStream(new byte[] {1, 2, 3});
  }

  interface Call {
    Object call() throws Exception;
  }

  private static void print(String name, Sender sender, Call call) {
    sender.attempts = 0;
    try {
      call.call();
      System.out.println(name + " succeeded after " + sender.attempts);
    } catch (Exception e) {
      System.out.println(name + " failed after " + sender.attempts);
    }
  }

  /** Fails in each attempt. */
  static final class Sender {
    volatile int attempts;

    private String fail() throws IOException {
      attempts++;
      throw new IOException("sent nothing");
    }

    Object plain(Object body) throws IOException {
      return fail();
    }

    <T> Object listed(List<T> bodies) throws IOException {
      return fail();
    }

    Object guarded(Object body) throws IOException {
      return fail();
    }

    Object judged(Object body) throws IOException {
      return fail();
    }

    String answers(Object body) {
      attempts++;
      return "busy";
    }

    String answersGuarded(Object body) {
      attempts++;
      return "busy";
    }

    CompletableFuture<Object> later(Object body) {
      attempts++;
      return CompletableFuture.failedFuture(new IOException("sent nothing"));
    }

    CompletableFuture<Object> laterGuarded(Object body) {
      attempts++;
      return CompletableFuture.failedFuture(new IOException("sent nothing"));
    }

    Object allowed(Object body) throws IOException {
      return fail();
    }
  }
}
