package relapse;

import java.io.IOException;

/** Another program that does the same. */
public final class Other {

  private Other() {}

  public static void main(String[] args) throws IOException {
    Main.main(args);
  }
}
