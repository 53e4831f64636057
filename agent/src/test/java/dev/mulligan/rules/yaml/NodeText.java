package dev.mulligan.rules.yaml;

/**
 * Everything about a node and its place, as text: two ways to read a document are compared by it.
 */
final class NodeText {

  private NodeText() {}

  static String of(Node node) {
    return node.place() + content(node);
  }

  private static String content(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text() + "|" + scalar.written() + "|" + scalar.style() + scalar.origin();
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(NodeText::of).toList().toString();
    }
    return ((Mapping) node)
        .entries().values().stream()
            .map(entry -> of(entry.key()) + "=" + of(entry.value()))
            .toList()
            .toString();
  }
}
