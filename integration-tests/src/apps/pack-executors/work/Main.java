package work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tasks on the JDK's executors; the arguments: what happens, and failures. */
public final class Main {
  public static void main(String[] args) throws Exception {
    int failures = Integer.parseInt(args[1]);
    switch (args[0]) {
      case "submit" -> submit(failures);
      case "full" -> full(failures);
      case "hand-on" -> handOn();
      case "interrupt" -> interrupt();
      default -> shutdownNow(failures);
    }
  }

  private static void submit(int failures) throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    say(executor.submit(new ImportTask("import", failures)));
    executor.shutdown();
  }

  /** One thread, no room in the queue but for one. */
  private static void full(int failures) throws InterruptedException {
    ExecutorService executor =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    Future<String> running = executor.submit(new ImportTask("running", failures));
    ImportTask.FAILED.await();
    Future<String> queued = executor.submit(new ImportTask("queued", 0));
    try {
      executor.submit(new ImportTask("rejected", 0));
    } catch (RejectedExecutionException e) {
      System.out.println("rejected at once");
    }
    say(running);
    say(queued);
    executor.shutdown();
  }

  private static void handOn() throws InterruptedException {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    say(executor.submit(new TidyTask(closed), "tidied"));
    executor.shutdown();
  }

  private static void interrupt() throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<String> running = executor.submit(new WaitTask());
    WaitTask.WAITING.await();
    executor.shutdownNow();
    say(running);
  }

  private static void shutdownNow(int failures) throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<String> running = executor.submit(new ImportTask("import", failures));
    ImportTask.FAILED.await();
    executor.shutdownNow();
    say(running);
  }

  private static void say(Future<String> future) throws InterruptedException {
    try {
      System.out.println("got " + future.get());
    } catch (ExecutionException e) {
      System.out.println("got " + e.getCause().getClass().getSimpleName());
    }
  }
}
