/**
 * The channels in use: where each was configured (rule file, environment, command line), its id,
 * its health, and the settings of the notifier. Knows nothing of queues.
 */
@NullMarked
package dev.mulligan.notify.registry;

import org.jspecify.annotations.NullMarked;
