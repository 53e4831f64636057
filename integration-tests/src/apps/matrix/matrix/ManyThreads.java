package matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ManyThreads {
  String order(String who) throws IOException {
    return Flaky.call(who);
  }

  static Object run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String who = "caller " + i;
        calls.add(() -> new ManyThreads().order(who));
      }
      int fine = 0;
      for (Future<String> future : pool.invokeAll(calls)) {
        fine += "attempt 3".equals(future.get()) ? 1 : 0;
      }
      return fine + " of 64";
    } finally {
      pool.shutdownNow();
    }
  }
}
