package reactive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Holds a bulkhead's place, for ever, while another waits for it; does what it reads. */
public final class Held {

  private static final Semaphore IN = new Semaphore(0);

  public static void main(String[] args) throws IOException, InterruptedException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    Mono<String> kept = kept();
    held().subscribe();
    held().subscribe();
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(line.equals("both in") ? bothIn() : get(kept) + ", " + get(kept));
    }
  }

  private static boolean bothIn() throws InterruptedException {
    boolean both = IN.tryAcquire(2, 20, TimeUnit.SECONDS);
    IN.release(both ? 2 : 0);
    return both;
  }

  private static String get(Mono<String> mono) {
    return mono.onErrorResume(failure -> Mono.just(failure.getClass().getSimpleName()))
        .block(Duration.ofSeconds(20));
  }

  static Mono<String> held() {
    return Mono.defer(
        () -> {
          IN.release();
          return Mono.never();
        });
  }

  static Mono<String> kept() {
    return Mono.just("ok");
  }
}
