package shop;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.stream.Stream;

/** Answers each line with the outcome of the call that it names. */
public final class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(outcome(line));
    }
  }

  private static String outcome(String call) {
    try {
      return call(new Uploads(), call);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static String call(Uploads uploads, String call) throws IOException {
    switch (call) {
      case "stream":
        return uploads.stream(new ByteArrayInputStream("tea".getBytes()));
      case "iterator":
        return uploads.iterator(List.of("tea", "coffee", "milk").iterator());
      case "lines":
        return uploads.lines(Stream.of("tea"));
      case "publisher":
        return uploads.publisher(null);
      case "jakarta":
        return uploads.jakarta(null);
      case "javax":
        return uploads.javax(null);
      default:
        return uploads.bytes("tea".getBytes());
    }
  }
}
