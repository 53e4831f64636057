package dev.mulligan.benchmarks;

import dev.mulligan.benchmarks.async.AsyncSuite;
import dev.mulligan.benchmarks.failurepath.FailurePathSuite;
import dev.mulligan.benchmarks.happypath.BreakerSuite;
import dev.mulligan.benchmarks.happypath.HappyPathSuite;
import dev.mulligan.benchmarks.happypath.ResultSuite;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.library.CountingSuite;
import dev.mulligan.benchmarks.library.HttpSuite;
import dev.mulligan.benchmarks.notify.NotifySuite;
import dev.mulligan.benchmarks.quartz.QuartzSuite;
import dev.mulligan.benchmarks.redact.RedactSuite;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.startup.StartupSuite;
import dev.mulligan.benchmarks.storm.StormSuite;
import dev.mulligan.benchmarks.transformer.TransformerSuite;

/** The benchmark suites, by their names on the command line. */
enum Suite {
  HAPPY_PATH("happy-path"),
  RESULTS("results"),
  CIRCUIT_BREAKER("circuit-breaker"),
  FAILURE_PATH("failure-path"),
  STORM("storm"),
  ASYNC("async"),
  NOTIFY("notify"),
  HTTP("http"),
  COUNTING("counting"),
  REDACT("redact"),
  QUARTZ("quartz"),
  STARTUP("startup"),
  TRANSFORMER("transformer");

  private final String name;

  Suite(String name) {
    this.name = name;
  }

  Findings run(Lab lab) throws Exception {
    lab.say(name);
    return switch (this) {
      case HAPPY_PATH -> new HappyPathSuite(lab).run();
      case RESULTS -> new ResultSuite(lab).run();
      case CIRCUIT_BREAKER -> new BreakerSuite(lab).run();
      case FAILURE_PATH -> new FailurePathSuite(lab).run();
      case STORM -> new StormSuite(lab).run();
      case ASYNC -> new AsyncSuite(lab).run();
      case NOTIFY -> new NotifySuite(lab).run();
      case HTTP -> new HttpSuite(lab).run();
      case COUNTING -> new CountingSuite(lab).run();
      case REDACT -> new RedactSuite(lab).run();
      case QUARTZ -> new QuartzSuite(lab).run();
      case STARTUP -> new StartupSuite(lab).run();
      case TRANSFORMER -> new TransformerSuite(lab).run();
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
