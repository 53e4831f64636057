package orders;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;

/** Listener methods that fail as often as they are told. */
public final class Orders {
  static int failures;
  static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @KafkaListener(id = "orders", topics = "orders", autoStartup = "false")
  public void order(String order) {
    attempt("order " + order);
  }

  @KafkaListener(id = "returns-eu", topics = "returns-eu", autoStartup = "false")
  @KafkaListener(id = "returns-us", topics = "returns-us", autoStartup = "false")
  public void sentBack(String order) {
    attempt("return " + order);
  }

  static void attempt(String what) {
    int attempt = ATTEMPTS.incrementAndGet();
    System.out.println(what + ", attempt " + attempt);
    if (attempt <= failures) {
      throw new IllegalStateException("no stock " + attempt);
    }
  }

  /** A listener for every type of its own. */
  @KafkaListener(id = "refunds", topics = "refunds", autoStartup = "false")
  public static final class Refunds {
    @KafkaHandler
    public void refund(String refund) {
      attempt("refund " + refund);
    }
  }
}
