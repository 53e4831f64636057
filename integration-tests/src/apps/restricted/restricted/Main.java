package restricted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Needs no permission of a security manager's. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(answer(line));
    }
  }

  private static String answer(String command) throws IOException {
    try {
      switch (command) {
        case "fail":
          return Client.call(true);
        case "later":
          return Client.later().get();
        default:
          return Client.call(false);
      }
    } catch (IOException | ExecutionException e) {
      return "failed";
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Loaded with this class's frames on the stack. */
  static final class Client {

    private Client() {}

    static String call(boolean fails) throws IOException {
      if (fails) {
        throw new IOException("at once");
      }
      return "answer";
    }

    static CompletableFuture<String> later() {
      return CompletableFuture.failedFuture(new IOException("later"));
    }
  }
}
