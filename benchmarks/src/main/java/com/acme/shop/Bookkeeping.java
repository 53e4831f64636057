package com.acme.shop;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** A job that completes immediately. */
public final class Bookkeeping implements Job {

  /** The key in the job's data that makes its first attempt fail. */
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
