package dev.mulligan.match.pattern;

import java.util.List;
import java.util.Optional;

/**
 * A pattern of parameter types in order.
 *
 * @param types an empty element is {@code ..}, which matches any number of parameters
 */
record ParametersPattern(List<Optional<TypePattern>> types) {

  boolean matches(List<String> parameters) {
    return matches(0, parameters, 0);
  }

  private boolean matches(int at, List<String> parameters, int from) {
    if (at == types.size()) {
      return from == parameters.size();
    }
    Optional<TypePattern> wanted = types.get(at);
    if (wanted.isPresent()) {
      return from < parameters.size()
          && wanted.get().matches(parameters.get(from))
          && matches(at + 1, parameters, from + 1);
    }
    for (int next = from; next <= parameters.size(); next++) {
      if (matches(at + 1, parameters, next)) {
        return true;
      }
    }
    return false;
  }
}
