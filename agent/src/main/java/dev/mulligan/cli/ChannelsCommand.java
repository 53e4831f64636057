package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.talk.ChannelOrder;
import dev.mulligan.attach.talk.ChannelOrder.Action;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.page.ChannelsPage;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "channels",
    description = {
      "Lists, adds, removes or tests the channels of a running process.",
      "Changes survive a reload of the rule file, but not the end of the process."
    },
    footer = {
      "",
      "A URL holds secrets, and other users can see a command's arguments with 'ps'. Write - to"
          + " make the command read the URL from standard input.",
      "'test' sends a test notification to every channel, or to those with a tag, and shows each"
          + " answer.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar channels 4711",
      "  java -jar mulligan-agent.jar channels 4711 add - --tag ops < slack-url.txt",
      "  java -jar mulligan-agent.jar channels 4711 remove c3",
      "  java -jar mulligan-agent.jar channels orders.jar test --tag critical --json"
    })
final class ChannelsCommand implements Callable<Integer> {

  private static final String FROM_STANDARD_INPUT = "-";

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private TagOption tag = new TagOption();

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "list",
      paramLabel = "ACTION",
      description = "list, add, remove or test. Default: ${DEFAULT-VALUE}.")
  private Action action = Action.LIST;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "URL|ID",
      description = "What to add or remove; - reads the URL from standard input.")
  private @Nullable String channel;

  ChannelsCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure, CommandFailure, IOException {
    ChannelOrder order = order();
    long pid = process.pid(origin);
    Reply reply = process.attacher(console, origin).ask(ProcessRequest.channels(pid, order));
    ReplyPage page = new ReplyPage(console, output.format());
    if (!page.isDone(reply) || reply.channels().isEmpty()) {
      return page.showUndone(reply);
    }
    return new ChannelsPage(console, output.format()).show(reply, order, pid);
  }

  private ChannelOrder order() throws CommandFailure, IOException {
    return switch (action) {
      case LIST -> ChannelOrder.LIST;
      case ADD -> new ChannelOrder(Action.ADD, checked(named()), tag.tags());
      case REMOVE -> new ChannelOrder(Action.REMOVE, named(), List.of());
      case TEST -> {
        tag.selection();
        yield new ChannelOrder(Action.TEST, "", tag.tags().isEmpty() ? List.of("all") : tag.tags());
      }
    };
  }

  private String named() throws CommandFailure, IOException {
    if (channel == null) {
      throw new CommandFailure(
          ExitStatus.WRONG_INPUT,
          "The channel is missing. Give its URL or its id, or - to read a URL from standard input.");
    }
    return channel.equals(FROM_STANDARD_INPUT) ? fromStandardInput() : channel;
  }

  private String fromStandardInput() throws CommandFailure, IOException {
    if (output.format() == Format.TEXT) {
      console.progress("Enter the URL, then press Enter:");
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String line = in.readLine();
    if (line == null || line.isBlank()) {
      throw new CommandFailure(ExitStatus.WRONG_INPUT, "Standard input contains no URL.");
    }
    return line.strip();
  }

  /** Checks the URL before it is sent to the process. */
  private static String checked(String url) throws CommandFailure {
    try {
      Channels.of(url);
      return url;
    } catch (ChannelUrlException e) {
      throw new CommandFailure(
          ExitStatus.WRONG_INPUT, "The channel was not added: " + e.getMessage() + ".");
    }
  }
}
