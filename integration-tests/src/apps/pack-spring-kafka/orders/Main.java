package orders;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The containers that Spring makes of the listeners, without a broker: each is given a record as
 * its consumer's thread would. The arguments: the listener, and failures.
 */
public final class Main {
  public static void main(String[] args) {
    Orders.failures = Integer.parseInt(args[1]);
    try (var context = new AnnotationConfigApplicationContext(Beans.class)) {
      MessageListenerContainer container =
          context.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer(args[0]);
      deliver(container.getContainerProperties().getMessageListener());
    }
  }

  @SuppressWarnings("unchecked")
  private static void deliver(Object listener) {
    try {
      ((AcknowledgingConsumerAwareMessageListener<String, String>) listener)
          .onMessage(new ConsumerRecord<>("orders", 0, 42, "key", "4711"), null, null);
      System.out.println("taken by " + listener.getClass().getSimpleName());
    } catch (RuntimeException e) {
      System.out.println("container: " + e.getCause());
    }
  }

  @Configuration
  @EnableKafka
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
    ConcurrentKafkaListenerContainerFactory<String, String> kafkaListenerContainerFactory() {
      var factory = new ConcurrentKafkaListenerContainerFactory<String, String>();
      factory.setConsumerFactory(
          new DefaultKafkaConsumerFactory<>(
              Map.of("bootstrap.servers", "127.0.0.1:9", "group.id", "orders"),
              new StringDeserializer(),
              new StringDeserializer()));
      return factory;
    }
  }
}
