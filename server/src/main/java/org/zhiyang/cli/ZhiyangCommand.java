package org.zhiyang.cli;

import java.util.concurrent.Callable;

/**
 * One command of {@code bin/zhiyang}: a picocli {@code @Command} class of a module's {@code cli} package, with a public
 * constructor without arguments, listed in {@code META-INF/services/org.zhiyang.cli.ZhiyangCommand}. It runs without
 * Spring unless it starts Spring itself; standard output is its own, logs go to standard error. {@code call} returns the
 * exit status: 0 done, 2 bad input, 1 anything else.
 */
public interface ZhiyangCommand extends Callable<Integer> {
  /** Name of the group this command belongs to: "score" for {@code score gbt42195}; empty for a command of the first level. */
  default String parent() {
    return "";
  }
}
