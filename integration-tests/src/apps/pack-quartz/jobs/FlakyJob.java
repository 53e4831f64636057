package jobs;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Fails as often as its trigger's data says. */
public final class FlakyJob implements Job {
  static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    int attempt = ATTEMPTS.incrementAndGet();
    System.out.println("attempt " + attempt + " of " + context.getJobDetail().getKey());
    if (attempt <= context.getMergedJobDataMap().getInt("failures")) {
      JobExecutionException failure =
          new JobExecutionException("no ledger", new IOException("connection " + attempt));
      failure.setUnscheduleFiringTrigger(context.getMergedJobDataMap().getBoolean("unschedule"));
      throw failure;
    }
    System.out.println("done");
  }
}
