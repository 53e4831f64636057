/**
 * The channels in use: their sources (rule file, environment, command line), ids and health, and
 * the settings of the notifier. Depends on no queue.
 */
@NullMarked
package dev.mulligan.notify.registry;

import org.jspecify.annotations.NullMarked;
