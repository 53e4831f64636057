package jobs;

import java.util.Properties;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobListener;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** One job on a real scheduler with a RAM store; the arguments: failures, and what happens. */
public final class Main {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "ledger");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    Ended ended = new Ended();
    scheduler.getListenerManager().addJobListener(ended);
    JobDetail job =
        JobBuilder.newJob(FlakyJob.class)
            .withIdentity("nightly", "ledger")
            .usingJobData("failures", Integer.valueOf(args[0]))
            .usingJobData("unschedule", args[1].equals("unschedule"))
            .build();
    scheduler.scheduleJob(job, TriggerBuilder.newTrigger().startNow().build());
    scheduler.start();
    during(args[1], scheduler, ended);
    scheduler.shutdown(true);
  }

  private static void during(String what, Scheduler scheduler, Ended ended) throws Exception {
    switch (what) {
      case "interrupt" -> {
        awaitFirstFailure();
        worker().interrupt();
      }
      case "shutdown" -> {
        awaitFirstFailure();
        scheduler.shutdown(false);
        System.out.println("shut down");
      }
      default -> {}
    }
    ended.await();
  }

  private static void awaitFirstFailure() throws InterruptedException {
    while (FlakyJob.ATTEMPTS.get() == 0 || worker().getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(5);
    }
  }

  /** The one that is in the job. */
  private static Thread worker() throws InterruptedException {
    while (true) {
      for (var entry : Thread.getAllStackTraces().entrySet()) {
        for (StackTraceElement frame : entry.getValue()) {
          if (frame.getClassName().equals("jobs.FlakyJob")) {
            return entry.getKey();
          }
        }
      }
      Thread.sleep(5);
    }
  }

  /** Says how the job's one run has ended, as Quartz sees it. */
  private static final class Ended implements JobListener {
    private final java.util.concurrent.CountDownLatch latch =
        new java.util.concurrent.CountDownLatch(1);

    @Override
    public String getName() {
      return "ended";
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext context) {}

    @Override
    public void jobExecutionVetoed(JobExecutionContext context) {}

    @Override
    public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
      System.out.println(
          "ended: "
              + (failure == null ? "well" : failure.getMessage())
              + ", interrupted "
              + Thread.currentThread().isInterrupted());
      if (failure != null) {
        System.out.println("fire instance " + context.getFireInstanceId());
      }
      latch.countDown();
    }

    void await() throws InterruptedException {
      latch.await();
    }
  }
}
