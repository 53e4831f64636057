package orders;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Listener methods that fail as often as they are told. */
public final class Orders {
  static int failures;
  static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @RabbitListener(id = "orders", queues = "orders", autoStartup = "false")
  public void order(String order) {
    attempt("order " + order);
  }

  @RabbitListener(id = "poison", queues = "poison", autoStartup = "false")
  public void poison(String order) {
    System.out.println("poison " + order);
    throw new AmqpRejectAndDontRequeueException("not an order");
  }

  @RabbitListener(id = "returns-eu", queues = "returns-eu", autoStartup = "false")
  @RabbitListener(id = "returns-us", queues = "returns-us", autoStartup = "false")
  public void sentBack(String order) {
    attempt("return " + order);
  }

  @RabbitListener(id = "raw", queues = "raw", autoStartup = "false")
  public void raw(Message order) {
    attempt("raw " + order.getMessageProperties().getConsumerQueue());
  }

  @RabbitListener(id = "messages", queues = "messages", autoStartup = "false")
  public void message(org.springframework.messaging.Message<String> order) {
    attempt("message " + order.getPayload());
  }

  static void attempt(String what) {
    int attempt = ATTEMPTS.incrementAndGet();
    System.out.println(what + ", attempt " + attempt);
    if (attempt <= failures) {
      throw new IllegalStateException("no stock " + attempt);
    }
  }

  /** A listener for every type of its own. */
  @RabbitListener(id = "refunds", queues = "refunds", autoStartup = "false")
  public static final class Refunds {
    @RabbitHandler
    public void refund(String refund) {
      attempt("refund " + refund);
    }
  }
}
