package org.zhiyang.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Shows what is said under the logger {@code zhiyang.progress} while a command runs, on standard error: on a terminal one bar that is drawn anew, elsewhere a
 *  line every few percent. {@code bin/run} shows the same of a server. */
public final class ProgressBar extends AppenderBase<ILoggingEvent> {
  /** {@code bin/zhiyang} says so; Java itself only knows about standard output. */
  private static final String ON_TERMINAL = "zhiyang.terminal";

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
  private static final int WIDTH = 20;
  /** Percent between two lines where nothing can be drawn anew. */
  private static final int STEP = 5;

  private final PrintStream out;
  private final boolean terminal;
  private int told = -1;
  private boolean open;

  public ProgressBar() {
    this(new PrintStream(System.err, true, StandardCharsets.UTF_8), Boolean.getBoolean(ON_TERMINAL));
  }

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  protected void append(ILoggingEvent event) {
    show(event.getFormattedMessage());
  }

  /** A sentence; one with a percentage in it is drawn as a bar, which ends with 100%. */
  void show(String sentence) {
    var found = PERCENT.matcher(sentence);
    var percent = found.find() ? Math.min(100, Integer.parseInt(found.group(1))) : -1;
    if (terminal) draw(sentence, percent);
    else if (percent < told || percent / STEP > told / STEP || told < 0) tell(sentence, percent);
  }

  private void draw(String sentence, int percent) {
    if (percent < 0) {
      out.print((open ? "\n" : "") + "  · " + sentence + "\n");
    } else {
      var filled = percent * WIDTH / 100;
      out.print("\r\033[K  · " + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + sentence + (percent == 100 ? "\n" : ""));
    }
    open = percent >= 0 && percent < 100;
    out.flush();
  }

  private void tell(String sentence, int percent) {
    told = percent;
    out.print("  · " + sentence + "\n");
    out.flush();
  }
}
