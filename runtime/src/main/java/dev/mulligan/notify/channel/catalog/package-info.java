/**
 * From a URL to its channels: the switch over all schemes and the addresses that vendors hand out.
 * The only package that knows every channel; it runs before the application's main method.
 */
@NullMarked
package dev.mulligan.notify.channel.catalog;

import org.jspecify.annotations.NullMarked;
