package org.zhiyang.cli;
/** One command of the zhiyang command line; found by ServiceLoader. `parent()` names the group it stands in, e.g. "score", or "" for the top. */
public interface ZhiyangCommand extends java.util.concurrent.Callable<Integer> { default String parent() { return ""; } }
