package stages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.CompletableFuture;

/** Runs until its standard input ends, and answers each line with one. */
public final class Interactive {

  private static final Clients CLIENT = new Clients();
  private static CompletableFuture<String> call = new CompletableFuture<>();

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    CLIENT.waitsLong().exceptionally(thrown -> "loaded").join();
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
  }

  private static String answer(String line) {
    switch (line) {
      case "call":
        CLIENT.count = 0;
        call = CLIENT.waitsLong();
        return "begun";
      case "outcome":
        return call.handle((answer, thrown) -> thrown + " after " + CLIENT.count).join();
      case "forget":
        call = new CompletableFuture<>();
        return "forgotten";
      default:
        return "what?";
    }
  }
}
