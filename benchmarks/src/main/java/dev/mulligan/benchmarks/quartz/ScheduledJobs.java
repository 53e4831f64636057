package dev.mulligan.benchmarks.quartz;

import com.acme.shop.Bookkeeping;
import java.lang.management.ManagementFactory;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** The measured process: a scheduler with its jobs in memory. */
final class ScheduledJobs {

  private static final int JOBS = 1_000;
  private static final int THREADS = 10;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final Scheduler scheduler;

  private ScheduledJobs(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Measures and prints the result.
   *
   * @param args {@code flood} and how many jobs, or {@code pace} and how many seconds; then whether
   *     a job that fails must be tried again
   */
  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[1]);
    ScheduledJobs jobs = new ScheduledJobs(scheduler());
    String measured = args[0].equals("flood") ? jobs.flood(size) : jobs.pace(size);
    jobs.proveThatTheRightThingWasMeasured(Boolean.parseBoolean(args[2]));
    jobs.scheduler.shutdown(true);
    System.out.println(measured);
  }

  private static Scheduler scheduler() throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "shop");
    // Ends the process even if it fails.
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "600000");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    for (int i = 0; i < JOBS; i++) {
      scheduler.addJob(job(i), true);
    }
    return scheduler;
  }

  private static JobDetail job(int number) {
    return JobBuilder.newJob(Bookkeeping.class).withIdentity(key(number)).storeDurably().build();
  }

  private static JobKey key(int number) {
    return JobKey.jobKey("job-" + number, "books");
  }

  /** Measures jobs per second when all jobs are due at once, after the same number for warm-up. */
  private String flood(int jobs) throws Exception {
    double seconds = 0;
    for (int round = 0; round < 2; round++) {
      long before = Bookkeeping.DONE.get();
      scheduler.standby(); // its thread may notice this one job late
      for (int i = 0; i < jobs; i++) {
        scheduler.scheduleJob(TriggerBuilder.newTrigger().forJob(key(i % JOBS)).startNow().build());
      }
      long start = System.nanoTime();
      scheduler.start();
      await(before + jobs);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    return String.valueOf(jobs / seconds);
  }

  /** Measures jobs per second and CPU time per job, in µs, when each job is due once a second. */
  @SuppressWarnings("JavaUtilDate") // Quartz's API requires it.
  private String pace(int seconds) throws Exception {
    long now = System.currentTimeMillis();
    for (int i = 0; i < JOBS; i++) {
      scheduler.scheduleJob(
          TriggerBuilder.newTrigger()
              .forJob(key(i))
              .startAt(new Date(now + i))
              .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever())
              .build());
    }
    scheduler.start();
    await((long) JOBS * seconds / 2);
    long doneBefore = Bookkeeping.DONE.get();
    long cpuBefore = cpuNanos();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double took = (System.nanoTime() - start) / 1e9;
    double done = Bookkeeping.DONE.get() - doneBefore;
    double cpu = (cpuNanos() - cpuBefore) / 1e3;
    scheduler.standby();
    return done / took + " " + cpu / done;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void await(long done) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (Bookkeeping.DONE.get() < done) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("of " + done + " only " + Bookkeeping.DONE.get());
      }
      Thread.sleep(1);
    }
  }

  private void proveThatTheRightThingWasMeasured(boolean retried) throws Exception {
    scheduler.clear();
    Bookkeeping.ATTEMPTS.set(0);
    JobDetail flaky =
        JobBuilder.newJob(Bookkeeping.class).usingJobData(Bookkeeping.FLAKY, true).build();
    scheduler.scheduleJob(flaky, TriggerBuilder.newTrigger().startNow().build());
    scheduler.start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    long expected = retried ? 2 : 1;
    while (Bookkeeping.ATTEMPTS.get() < 2 && System.nanoTime() < deadline) {
      Thread.sleep(1);
    }
    if (Bookkeeping.ATTEMPTS.get() != expected) {
      throw new IllegalStateException(
          "measured the wrong thing: " + Bookkeeping.ATTEMPTS.get() + " attempts");
    }
  }
}
