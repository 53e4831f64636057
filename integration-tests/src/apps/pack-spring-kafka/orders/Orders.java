package orders;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.adapter.ConsumerRecordMetadata;
import org.springframework.messaging.Message;

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

  @KafkaListener(id = "records", topics = "records", autoStartup = "false")
  public void record(String order, ConsumerRecordMetadata place) {
    attempt("record " + order);
  }

  @KafkaListener(id = "messages", topics = "messages", autoStartup = "false")
  public void message(Message<String> order) {
    attempt("message " + order.getPayload());
  }

  @KafkaListener(id = "raw", topics = "raw", autoStartup = "false")
  public void raw(ConsumerRecord<String, String> order) {
    attempt("raw " + order.value());
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
