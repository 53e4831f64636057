/**
 * The channels: one small class for each kind of receiver, made from a URL in Apprise's grammar.
 * They say what to send and what the answer means; queues and retries are elsewhere. URLs are read
 * before the application starts, so what reads them does without lambdas.
 */
@NullMarked
package dev.mulligan.notify.channel;

import org.jspecify.annotations.NullMarked;
