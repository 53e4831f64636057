package dev.mulligan.notify.registry;

import java.util.Set;

/**
 * A channel in use, for people; contains no secret.
 *
 * @param id the same as long as the process lives, also after a reload; the targets of one URL
 *     share it
 * @param origin its place in the rule file, an environment variable's name, or {@code added at run
 *     time}
 * @param url masked
 */
public record ChannelInfo(String id, String origin, String url, Set<String> tags) {}
