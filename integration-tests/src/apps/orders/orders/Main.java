package orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Orders once for each line: the warehouse is down when it says {@code down}. */
public final class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(order(line));
    }
  }

  private static String order(String state) {
    try {
      return new Warehouse().order(state);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
