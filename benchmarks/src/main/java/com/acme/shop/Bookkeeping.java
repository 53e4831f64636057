package com.acme.shop;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** A job that is done at once. */
public final class Bookkeeping implements Job {

  /** In the job's data: its first attempt fails. */
  public static final String FLAKY = "flaky";

  public static final AtomicLong ATTEMPTS = new AtomicLong();
  public static final AtomicLong DONE = new AtomicLong();

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    long attempt = ATTEMPTS.incrementAndGet();
    if (attempt == 1 && context.getMergedJobDataMap().containsKey(FLAKY)) {
      throw new JobExecutionException(new IOException("no ledger"));
    }
    DONE.incrementAndGet();
  }
}
