package context;

import dev.mulligan.api.Attempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs a scenario for each line that it reads, and tells what the API said meanwhile. */
public final class Main {
  private static final ExecutorService POOL = Executors.newSingleThreadExecutor(Main::daemon);

  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(line.equals("bytes") ? Bytes.ofACall() : new Report().of(run(line)));
    }
  }

  private static List<Attempt> run(String scenario) throws Exception {
    Flaky call = new Flaky(2);
    switch (scenario) {
      case "asks on each attempt":
        call.asking();
        return call.seen;
      case "asks from the second on":
        call.askingLate();
        return call.seen;
      case "asks on the first only, then fails for good":
        return failing(new Flaky(9));
      case "succeeds, then fails twice, in one place":
        return succeedsThenFails();
      case "fails for good and is followed by another":
        return oneAfterTheOther();
      case "nested":
        return nested(new Flaky(1), new Flaky(2));
      case "nested, both succeed":
        return nested(new Flaky(0), new Flaky(0));
      case "recursive":
        call.recursive(2);
        return call.seen;
      case "calls super":
        Flaky overriding = new Overriding(2);
        overriding.asking();
        return overriding.seen;
      case "asynchronous":
        call.later().join();
        return call.seen;
      case "pooled thread":
        return POOL.submit(Main::inPool).get();
      case "pooled thread, afterwards":
        return POOL.submit(() -> List.of(Attempt.current())).get();
      default:
        return List.of(Attempt.current());
    }
  }

  private static List<Attempt> failing(Flaky call) {
    try {
      call.askingAtFirst();
    } catch (IOException forGood) {
      call.seen.add(Attempt.current());
    }
    return call.seen;
  }

  private static List<Attempt> succeedsThenFails() throws IOException {
    Flaky all = new Flaky(0);
    for (int failures : new int[] {0, 0, 2}) {
      Flaky call = new Flaky(failures);
      call.asking();
      all.seen.addAll(call.seen);
    }
    return all.seen;
  }

  private static List<Attempt> oneAfterTheOther() {
    Flaky all = new Flaky(0);
    for (int i = 0; i < 2; i++) {
      all.seen.addAll(failing(new Flaky(9)));
    }
    return all.seen;
  }

  private static List<Attempt> nested(Flaky outer, Flaky inner) throws IOException {
    outer.around(inner);
    outer.seen.addAll(inner.seen);
    return outer.seen;
  }

  private static List<Attempt> inPool() throws Exception {
    Callable<List<Attempt>> scenario = () -> run("asks on each attempt");
    return scenario.call();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pool");
    thread.setDaemon(true);
    return thread;
  }
}
