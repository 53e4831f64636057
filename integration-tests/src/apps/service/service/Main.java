package service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.CompletableFuture;

/** Runs until its standard input ends, and answers each line with one. */
public final class Main {
  private static CompletableFuture<String> background = new CompletableFuture<>();

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
  }

  private static String answer(String line) {
    switch (line) {
      case "order":
        return order("apples");
      case "order slowly in background":
        background = CompletableFuture.supplyAsync(() -> order("slowly"));
        return "begun";
      case "background":
        return background.join();
      case "refund":
        return new Refunds().attempt();
      case "index":
        return "index " + Orders.index();
      default:
        return "what?";
    }
  }

  private static String order(String what) {
    try {
      return new Orders().place(what);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
