package isolated;

import java.io.IOException;

public final class Program {
  private static int attempts;

  public static void main() {
    String parent = "parent " + Program.class.getClassLoader().getParent();
    try {
      System.out.println(parent + ": " + place());
    } catch (IOException e) {
      System.out.println(parent + ": " + e);
    }
  }

  private static String place() throws IOException {
    attempts++;
    if (attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }
}
