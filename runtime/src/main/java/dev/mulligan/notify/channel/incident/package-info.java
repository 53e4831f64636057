/**
 * Channels of services that keep incidents: PagerDuty, Opsgenie, Jira, Splunk On-Call, SIGNL4,
 * Spike.sh and Alertmanager. They resolve what they have opened, by its fingerprint.
 */
@NullMarked
package dev.mulligan.notify.channel.incident;

import org.jspecify.annotations.NullMarked;
