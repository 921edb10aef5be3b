package org.zhiyang.funding.settlement.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.funding.settlement.domain.BankFile;
import org.zhiyang.funding.settlement.domain.BankReturn;
import org.zhiyang.funding.settlement.domain.BrokenFile;
import org.zhiyang.platform.crypto.Sm3;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhiyang simulate bank --listen PORT}: a bank as docs/contracts/bank-file.md describes it, for trying payment out. It moves no money, keeps the batches it saw in memory
 *  only, and refuses every account number that ends with 9. Listens on this machine alone. */
@Command(name = "bank", description = "模拟银行：接收付款文件，返回回盘文件（账号末位为 9 的退回）")
public final class SimulateBank implements ZhiyangCommand {
  private static final int LARGEST_FILE = 64 << 20;

  @Option(names = "--listen", required = true, paramLabel = "端口", description = "监听端口，0 为任选")
  int port;

  /** Digest of the file first seen for a batch: a batch is answered again only for the same bytes. */
  private final Map<UUID, String> seen = new ConcurrentHashMap<>();

  @Override
  public String parent() {
    return "simulate";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var server = start(port);
    System.out.println("模拟银行已就绪：http://localhost:" + server.getAddress().getPort() + "/payment-files");
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.stop(0);
      stopped.countDown();
    }));
    stopped.await();
    return 0;
  }

  /** Starts answering; the caller stops it. */
  public HttpServer start(int on) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
    server.createContext("/payment-files", this::take);
    server.createContext("/health", exchange -> answer(exchange, 200, "text/plain; charset=utf-8", "UP"));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 405, "text/plain; charset=utf-8", "请用 POST 提交付款文件");
      return;
    }
    var body = exchange.getRequestBody().readNBytes(LARGEST_FILE);
    try {
      var text = new String(body, StandardCharsets.UTF_8);
      var payments = BankFile.read(text);
      if (payments.isEmpty()) throw new BrokenFile("文件里没有付款");
      var batch = payments.getFirst().batch();
      var digest = Sm3.hex(body);
      if (!seen.computeIfAbsent(batch, b -> digest).equals(digest)) answer(exchange, 409, "text/plain; charset=utf-8", "这个批次已收到过内容不同的文件");
      else answer(exchange, 200, "text/csv; charset=utf-8", result(batch, payments).write());
    } catch (BrokenFile broken) {
      answer(exchange, 422, "text/plain; charset=utf-8", broken.sentence());
    }
  }

  private static BankReturn result(UUID batch, List<BankFile.Payment> payments) {
    var results = new TreeMap<Integer, BankReturn.Result>();
    for (var p : payments) results.put(p.line(), p.accountNumber().endsWith("9") ? new BankReturn.Result(false, "账号与户名不符") : new BankReturn.Result(true, ""));
    return new BankReturn(batch, results);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
