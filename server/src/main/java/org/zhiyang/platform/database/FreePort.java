package org.zhiyang.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port of 127.0.0.1 nobody listens on, below the range from which outgoing connections take theirs. */
final class FreePort {
  private static final int FIRST = 15432;
  private static final int COUNT = 2000;

  private FreePort() {}

  static int choose() throws IOException {
    for (var attempt = 0; attempt < 50; attempt++) {
      var port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
      if (isFree(port)) return port;
    }
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
