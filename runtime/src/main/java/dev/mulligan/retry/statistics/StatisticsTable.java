package dev.mulligan.retry.statistics;

import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** The statistics of all operations, for each of their sites. */
public final class StatisticsTable {

  private final Map<Operation, Map<Site, RetryStatistics>> byOperation = new ConcurrentHashMap<>();

  /** The counters of an operation at its site. */
  public record Counted(Operation operation, RetryStatistics.Snapshot counts) {}

  /** Returns the counters of an operation at its site. */
  public RetryStatistics of(Operation operation) {
    Map<Site, RetryStatistics> sites = byOperation.get(operation);
    RetryStatistics known = sites == null ? null : sites.get(operation.site());
    return known == null ? added(operation) : known; // the usual way takes no lock
  }

  private RetryStatistics added(Operation operation) {
    return byOperation
        .computeIfAbsent(operation, unseen -> new ConcurrentHashMap<>())
        .computeIfAbsent(operation.site(), unseen -> new RetryStatistics());
  }

  /**
   * Adds up the counters of methods that are no longer loaded, so that the sums stay true and
   * redeployments take no more memory.
   *
   * @param isUnloaded whether the method with this number is no longer loaded; no call of it is in
   *     flight
   */
  public void unload(IntPredicate isUnloaded) {
    byOperation.forEach((operation, sites) -> unload(operation, sites, isUnloaded));
  }

  private void unload(
      Operation operation, Map<Site, RetryStatistics> sites, IntPredicate isUnloaded) {
    Iterator<Map.Entry<Site, RetryStatistics>> each = sites.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Site, RetryStatistics> entry = each.next();
      Site site = entry.getKey();
      if (site.method() != Site.NO_METHOD && isUnloaded.test(site.method())) {
        of(at(operation, site.unloaded())).add(entry.getValue().snapshot());
        each.remove();
      }
    }
  }

  private static Operation at(Operation operation, Site site) {
    return new Operation(operation.name(), operation.rule(), operation.mode(), site);
  }

  /**
   * Returns the statistics of every operation that had a failure, and of all others too if calls
   * are counted. The counts of its sites are added up.
   */
  public Map<Operation, RetryStatistics.Snapshot> snapshots() {
    Map<Operation, RetryStatistics.Snapshot> snapshots = new HashMap<>();
    for (Counted counted : bySite()) {
      snapshots.merge(counted.operation(), counted.counts(), RetryStatistics.Snapshot::plus);
    }
    return snapshots;
  }

  /** Returns the same statistics, for each site. */
  public List<Counted> bySite() {
    List<Counted> all = new ArrayList<>();
    byOperation.forEach(
        (operation, sites) ->
            sites.forEach(
                (site, counted) -> all.add(new Counted(at(operation, site), counted.snapshot()))));
    return all;
  }
}
