package dev.mulligan.notify.registry;

import java.util.Set;

/**
 * A channel in use. Holds no secret.
 *
 * @param id the same as long as the process lives, also over a reload; the targets of one URL share
 *     it
 * @param origin where it comes from: its place in the rule file, a variable's name, {@code added at
 *     run time}
 * @param url masked
 */
public record ChannelInfo(String id, String origin, String url, Set<String> tags) {}
