package dev.mulligan.attach.report;

import dev.mulligan.notify.registry.DeliveryResult;
import java.util.List;

/**
 * The delivery result of one notification at one target.
 *
 * @param id the id of the channel
 * @param origin where the channel is configured
 * @param url masked, without secrets
 * @param outcome {@code delivered} or {@code failed}
 * @param tries 1 or more
 * @param answer the receiver's answer or, where there was none, the failure
 */
public record TargetReport(
    String id,
    String origin,
    String url,
    List<String> tags,
    String outcome,
    int tries,
    long millis,
    String answer) {

  public static TargetReport of(DeliveryResult result) {
    return new TargetReport(
        result.id(),
        result.origin(),
        result.url(),
        result.tags().stream().sorted().toList(),
        result.delivered() ? "delivered" : "failed",
        result.tries(),
        result.took().toMillis(),
        result.answer());
  }

  public boolean isDelivered() {
    return outcome.equals("delivered");
  }
}
