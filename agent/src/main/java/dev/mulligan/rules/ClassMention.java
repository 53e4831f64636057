package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;

/** A class that the rule file names in a condition. */
public record ClassMention(String name, Place place) {}
