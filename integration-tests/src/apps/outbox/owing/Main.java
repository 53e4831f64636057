package owing;

import java.io.IOException;

/** Fails as fast as it may, and says after each failure that it is known: {@code failed TOKEN}. */
public final class Main {

  private Main() {}

  /**
   * First the prefix of the tokens, then how many failures; without a number until it is killed.
   */
  public static void main(String[] args) throws Exception {
    long failures = args.length > 1 ? Long.parseLong(args[1]) : Long.MAX_VALUE;
    for (long i = 0; i < failures; i++) {
      String token = "token-" + args[0] + "-" + i + "-end";
      try {
        new Orders().place(token);
      } catch (IOException e) {
        System.out.println("failed " + token);
      }
      Thread.sleep(1);
    }
    System.out.println("done");
    System.in.read();
  }

  /** What is retried. */
  static final class Orders {
    void place(String token) throws IOException {
      throw new IOException(token);
    }
  }
}
