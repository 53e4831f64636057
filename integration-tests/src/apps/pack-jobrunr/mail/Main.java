package mail;

import java.time.Duration;
import java.util.UUID;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.InMemoryStorageProvider;

/** One job with JobRunr's storage in memory; the arguments: failures, and what happens. */
public final class Main {
  public static void main(String[] args) throws Exception {
    Newsletter.failures = Integer.parseInt(args[0]);
    InMemoryStorageProvider storage = new InMemoryStorageProvider();
    JobRunr.configure()
        .useStorageProvider(storage)
        .useBackgroundJobServer(
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(Duration.ofMillis(200))
                .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(1))
                .andWorkerCount(2))
        .initialize();
    UUID id = BackgroundJob.<Newsletter>enqueue(letter -> letter.send("spring")).asUUID();
    if (args[1].equals("delete")) {
      Newsletter.FAILED.await();
      BackgroundJob.delete(id);
    }
    if (args[1].equals("stop")) {
      Newsletter.FAILED.await();
      JobRunr.destroy();
      System.out.println("stopped");
      return;
    }
    StateName end = end(storage, id);
    System.out.println("state " + end);
    if (end == StateName.FAILED) {
      System.out.println("job " + id);
    }
    JobRunr.destroy();
  }

  private static StateName end(InMemoryStorageProvider storage, UUID id) throws Exception {
    while (true) {
      Job job = storage.getJobById(id);
      if (job.getJobStates().stream().anyMatch(state -> state.getName() == StateName.FAILED)) {
        return StateName.FAILED;
      }
      if (job.hasState(StateName.SUCCEEDED) || job.hasState(StateName.DELETED)) {
        Thread.sleep(1_500); // were there another attempt, it would come now
        return job.getState();
      }
      Thread.sleep(20);
    }
  }
}
