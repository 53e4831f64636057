package dev.mulligan.notify.channel.chat;

import dev.mulligan.notify.content.Markdown;
import dev.mulligan.notify.content.Markup;

/**
 * The Markdown of a TextBlock (learn.microsoft.com/adaptive-cards, "Markdown"), which ignores a
 * single line end.
 */
final class TeamsMarkup implements Markup {

  private final Markdown markdown = new Markdown();

  @Override
  public String escape(String plain) {
    return markdown.escape(plain);
  }

  @Override
  public String bold(String escaped) {
    return markdown.bold(escaped);
  }

  @Override
  public String lineEnd() {
    return "\n\n";
  }
}
