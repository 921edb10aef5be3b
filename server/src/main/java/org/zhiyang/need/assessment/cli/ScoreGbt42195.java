package org.zhiyang.need.assessment.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.need.assessment.domain.InstrumentLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code zhiyang score gbt42195}: reads one assessment a line (JSON) from standard input, prints one result a line. Blank
 * lines are skipped; a line that cannot be scored gives {@code {"error":"…"}} and exit status 2 at the end, else 0.
 */
@Command(name = "gbt42195", description = "按 GB/T 42195-2022 评分：标准输入每行一份 JSON，标准输出每行一个结果")
public final class ScoreGbt42195 implements ZhiyangCommand {

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "显示用法")
  boolean help;

  private final InputStream in;
  private final OutputStream out;

  public ScoreGbt42195() {
    this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
  }

  ScoreGbt42195(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public String parent() {
    return "score";
  }

  /** Flushes whenever no further input waits, so that a person at a keyboard sees each answer at once. */
  @Override
  public Integer call() throws IOException {
    var scorer = new LineScorer(InstrumentLoader.bundled());
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    var results = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    boolean failed = false;
    boolean first = true;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var content = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
      first = false;
      if (content.isBlank()) {
        continue;
      }
      var result = scorer.score(content);
      failed |= result.failed();
      results.write(result.json());
      results.write('\n');
      if (!lines.ready()) {
        results.flush();
      }
    }
    results.flush();
    return failed ? 2 : 0;
  }
}
