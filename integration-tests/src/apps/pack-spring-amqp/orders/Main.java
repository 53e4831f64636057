package orders;

import java.nio.charset.StandardCharsets;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.annotation.EnableRabbit;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The containers that Spring makes of the listeners, without a broker: each is given a message as
 * its consumer's thread would. The arguments: the listener, and failures.
 */
public final class Main {
  public static void main(String[] args) throws Exception {
    Orders.failures = Integer.parseInt(args[1]);
    try (var context = new AnnotationConfigApplicationContext(Beans.class)) {
      var container =
          (AbstractMessageListenerContainer)
              context.getBean(RabbitListenerEndpointRegistry.class).getListenerContainer(args[0]);
      container.lazyLoad(); // as a start does before it looks for a broker
      deliver((ChannelAwareMessageListener) container.getMessageListener());
    }
  }

  private static void deliver(ChannelAwareMessageListener listener) throws Exception {
    MessageProperties properties = new MessageProperties();
    properties.setContentType("text/plain");
    properties.setConsumerQueue("orders");
    properties.setDeliveryTag(7);
    try {
      listener.onMessage(new Message("4711".getBytes(StandardCharsets.UTF_8), properties), null);
      System.out.println("taken by " + listener.getClass().getSimpleName());
    } catch (RuntimeException e) {
      System.out.println("container: " + e.getCause());
    }
  }

  @Configuration
  @EnableRabbit
  static class Beans {
    @Bean
    Orders orders() {
      return new Orders();
    }

    @Bean
    Orders.Refunds refunds() {
      return new Orders.Refunds();
    }

    @Bean
    SimpleRabbitListenerContainerFactory rabbitListenerContainerFactory() {
      var factory = new SimpleRabbitListenerContainerFactory();
      factory.setConnectionFactory(new CachingConnectionFactory("127.0.0.1", 9));
      return factory;
    }
  }
}
