package stages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Answers lines: a number is as many calls of a service, one after the other; {@code up} and {@code
 * down} say whether that works; {@code busy} has it answer that it is busy.
 */
public final class Storming {

  private static volatile String state = "down";
  private static volatile int attempts;

  private CompletableFuture<String> last = new CompletableFuture<>();

  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (Character.isDigit(line.charAt(0))) {
        System.out.println(calls(Integer.parseInt(line)));
      } else {
        state = line;
        System.out.println(line);
      }
    }
  }

  private static String calls(int count) {
    attempts = 0;
    int succeeded = 0;
    Object outcome = "";
    boolean same = true;
    for (int i = 0; i < count; i++) {
      Storming storming = new Storming();
      CompletableFuture<String> returned = storming.call();
      outcome = returned.handle((value, thrown) -> thrown == null ? value : thrown).join();
      succeeded += outcome.equals("done") ? 1 : 0;
      same &= returned == storming.last;
    }
    return "attempts " + attempts + " succeeded " + succeeded + " same " + same + ": " + outcome;
  }

  CompletableFuture<String> call() {
    attempts++;
    last = CompletableFuture.supplyAsync(Storming::answer);
    return last;
  }

  private static String answer() {
    try {
      Thread.sleep(1); // so that the call is under way when its method returns
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
    switch (state) {
      case "up":
        return "done";
      case "busy":
        return "busy";
      default:
        throw new CompletionException(new IOException("down"));
    }
  }
}
