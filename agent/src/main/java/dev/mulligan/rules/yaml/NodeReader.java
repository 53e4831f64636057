package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import dev.mulligan.rules.source.UnreadableException;
import dev.mulligan.rules.yaml.Scalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds nodes from the YAML events of one file, within limits that no normal file reaches. */
final class NodeReader {

  private static final int DEEPEST = 32;
  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private final SourceText source;
  private final Parser parser;
  private final Placeholders placeholders;
  private final Problems problems;
  private final Anchors anchors = new Anchors();

  NodeReader(SourceText source, Parser parser, Placeholders placeholders, Problems problems) {
    this.source = source;
    this.parser = parser;
    this.placeholders = placeholders;
    this.problems = problems;
  }

  Optional<Node> document() throws UnreadableException {
    parser.getEvent();
    if (!(parser.getEvent() instanceof DocumentStartEvent)) {
      return Optional.empty();
    }
    Node root = node(parser.getEvent(), 0);
    Event end = parser.getEvent();
    while (end instanceof DocumentEndEvent) {
      end = parser.getEvent();
    }
    if (!(end instanceof StreamEndEvent)) {
      throw new UnreadableException(
          place(end.getStartMark()), "a second document begins here: a rule file holds only one");
    }
    return Optional.of(root);
  }

  private Node node(Event event, int depth) throws UnreadableException {
    Place place = place(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias.getAnchor(), place);
    }
    if (depth > DEEPEST) {
      throw new UnreadableException(place, "nested more than " + DEEPEST + " levels deep");
    }
    String anchor = ((NodeEvent) event).getAnchor();
    Anchors.Mark mark = anchors.begin(anchor, place);
    Node node = content(event, place, depth);
    anchors.end(mark, node);
    return node;
  }

  private Node content(Event event, Place place, int depth) throws UnreadableException {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, place);
    }
    if (event instanceof SequenceStartEvent sequence) {
      checkTag(sequence.getTag(), "seq", place);
      return new Sequence(place, items(depth));
    }
    MappingStartEvent mapping = (MappingStartEvent) event;
    checkTag(mapping.getTag(), "map", place);
    return mapping(place, depth);
  }

  private Scalar scalar(ScalarEvent event, Place place) {
    String tag = event.getTag();
    checkTag(tag, "str", place);
    boolean quoted = !event.isPlain() || tag != null;
    return placeholders.fill(
        Scalar.of(place, event.getValue(), quoted ? Style.QUOTED : Style.PLAIN));
  }

  private List<Node> items(int depth) throws UnreadableException {
    List<Node> items = new ArrayList<>();
    Event event = parser.getEvent();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, depth + 1));
      event = parser.getEvent();
    }
    return items;
  }

  private Mapping mapping(Place place, int depth) throws UnreadableException {
    MappingBuilder builder = new MappingBuilder(place, problems);
    Event event = parser.getEvent();
    while (!(event instanceof MappingEndEvent)) {
      Node key = node(event, depth + 1);
      Node value = node(parser.getEvent(), depth + 1);
      builder.add(key, value);
      event = parser.getEvent();
    }
    return builder.build();
  }

  private void checkTag(String tag, String expected, Place place) {
    if (tag != null && !tag.equals("!") && !tag.equals(YAML_TAG + expected)) {
      problems.error(place, "the tag " + shown(tag) + " has no meaning in a rule file: remove it");
    }
  }

  private static String shown(String tag) {
    return tag.startsWith(YAML_TAG) ? "!!" + tag.substring(YAML_TAG.length()) : tag;
  }

  private Place place(Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
