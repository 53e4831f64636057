package relapse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * Does at once what its arguments say ({@code fail}, {@code work}, {@code time}), and then what the
 * lines on its standard input say, until {@code end} or the end of the input. Answers each with one
 * line.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException {
    for (String argument : args) {
      if (argument.equals("end")) {
        return;
      }
      System.out.println(answer(argument));
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
      System.out.println(answer(line));
    }
  }

  static String answer(String line) {
    if (line.equals("time")) {
      return String.valueOf(System.currentTimeMillis());
    }
    try {
      new Ledger().post(line.equals("fail"));
      return "works";
    } catch (IOException e) {
      return "fails";
    }
  }

  /** What is retried. */
  static final class Ledger {
    void post(boolean fails) throws IOException {
      if (fails) {
        throw new IOException("password=hunter2 is refused");
      }
    }
  }
}
