package org.zhiyang.platform.policy;

import java.util.List;

/** Where parameter files come from: every file of the national profile, then every file of the city's. */
@FunctionalInterface
public interface ParameterSource {

  List<File> files();

  /** One file: its path below the profiles folder ({@code national/parameters/x.yaml}) and its bytes. */
  record File(String path, byte[] content) {}
}
