package reports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A real context; the argument says what is run: scheduled, async, or shutdown. */
public final class Main {
  public static void main(String[] args) throws Exception {
    Reports.failures = Integer.parseInt(args[1]);
    Reports.scheduled = !args[0].equals("async");
    try (var context = new AnnotationConfigApplicationContext(Beans.class)) {
      Reports reports = context.getBean(Reports.class);
      switch (args[0]) {
        case "async" -> async(reports);
        case "shutdown" -> Reports.FAILED.await();
        default -> Reports.ENDED.await(20, TimeUnit.SECONDS);
      }
    }
    System.out.println("closed");
  }

  private static void async(Reports reports) throws InterruptedException {
    CompletableFuture<String> sent = reports.send();
    try {
      System.out.println("async: " + sent.get());
    } catch (ExecutionException e) {
      System.out.println("async: " + e.getCause());
    }
  }

  @Configuration
  @EnableScheduling
  @EnableAsync
  static class Beans {
    @Bean
    Reports reports() {
      return new Reports();
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
      ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
      scheduler.setErrorHandler(
          failure -> {
            System.out.println("error handler: " + failure.getMessage());
            Reports.ENDED.countDown();
          });
      return scheduler;
    }

    @Bean
    ThreadPoolTaskExecutor taskExecutor() {
      return new ThreadPoolTaskExecutor();
    }
  }
}
