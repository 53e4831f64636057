package exhausted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;

/**
 * Uses up what a process has little of, fails meanwhile, and gives it back. It reads commands from
 * standard input and answers each with one line.
 */
public final class Main {

  private static final Files FILES = new Files();
  private static final Heap HEAP = new Heap();
  private static final Classes CLASSES = new Classes();
  private static final Threads THREADS = new Threads();

  private Main() {}

  public static void main(String[] args) throws Exception {
    Calls.call("warm-up of the application's own code", false);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String none = "";
    FILES.warmUp();
    answer(new String[] {"release"});
    answer(new String[] {"fail", "none", "0"});
    System.out.println("ready" + none);
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(answer(line.split(" ")));
    }
  }

  private static String answer(String[] words) {
    switch (words[0]) {
      case "hold":
        return hold(words);
      case "release":
        FILES.release();
        HEAP.release();
        CLASSES.release();
        THREADS.release();
        return "released";
      case "fail":
        return Calls.fail(words[1], Integer.parseInt(words[2]));
      case "failLater":
        return Calls.failLater(words[1], Integer.parseInt(words[2]));
      case "succeed":
        return Calls.succeed(words[1]);
      case "holdHeapAndFail":
        HEAP.hold(Integer.parseInt(words[1]));
        int caught = Calls.failQuietly(words[2], Integer.parseInt(words[3]));
        HEAP.release();
        return "failed " + caught;
      case "uuid":
        return works(() -> UUID.randomUUID());
      case "tls":
        return works(() -> SSLContext.getDefault());
      case "rehearsed":
        return Threads.await("mulligan-rehearsal");
      default:
        return "unknown: " + words[0];
    }
  }

  private static String hold(String[] words) {
    switch (words[1]) {
      case "files":
        return FILES.hold();
      case "classes":
        return CLASSES.hold();
      case "threads":
        return THREADS.hold();
      default:
        return "unknown: " + words[1];
    }
  }

  interface Use {
    Object use() throws Exception;
  }

  private static String works(Use use) {
    try {
      use.use();
      return "works";
    } catch (Exception | Error e) {
      return "broken: " + e;
    }
  }

  /** What is retried. */
  static final class Calls {

    private Calls() {}

    static String call(String token, boolean fails) throws IOException {
      if (fails) {
        throw new IOException(token);
      }
      return token;
    }

    static CompletableFuture<String> later(String token) {
      return CompletableFuture.failedFuture(new IOException(token));
    }

    static String failLater(String token, int times) {
      int failed = 0;
      for (int i = 0; i < times; i++) {
        try {
          later(token).get();
        } catch (ExecutionException e) {
          failed++;
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return "failed " + failed;
    }

    static String succeed(String token) {
      try {
        return call(token, false);
      } catch (IOException e) {
        return "failed";
      }
    }

    static String fail(String token, int times) {
      return "failed " + failQuietly(token, times);
    }

    static int failQuietly(String token, int times) {
      int caught = 0;
      for (int i = 0; i < times; i++) {
        try {
          call(token, true);
        } catch (IOException | OutOfMemoryError e) {
          caught++;
        }
      }
      return caught;
    }
  }
}
