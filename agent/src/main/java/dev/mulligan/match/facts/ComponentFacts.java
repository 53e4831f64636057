package dev.mulligan.match.facts;

import java.util.List;

/**
 * A component of a record as its class file declares it.
 *
 * @param type as in source code
 * @param typeArguments the classes among its type arguments
 */
public record ComponentFacts(String type, List<String> typeArguments) {}
