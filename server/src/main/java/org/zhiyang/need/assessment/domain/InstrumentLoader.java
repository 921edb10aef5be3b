package org.zhiyang.need.assessment.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhiyang.platform.policy.MalformedParameters;
import org.zhiyang.platform.policy.ProfileYaml;

/** Reads an instrument file and proves that it is whole: maxima add up, options run without gaps, bands cover every total once. */
public final class InstrumentLoader {

  /** Path of the instrument below the profiles folder. */
  public static final String PATH = "national/assessment/gbt42195-2022.yaml";

  private final List<String> faults = new ArrayList<>();
  private final String file;

  private InstrumentLoader(String file) {
    this.file = file;
  }

  /** The instrument that travels in the jar. */
  public static Instrument bundled() {
    try (var in = InstrumentLoader.class.getResourceAsStream("/profiles/" + PATH)) {
      if (in == null) {
        throw new MalformedParameters(List.of(PATH + ": 文件: 程序包中缺少评估工具文件"));
      }
      return load(in, PATH);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + PATH, e);
    }
  }

  /** Reads and checks; throws {@link MalformedParameters} with every fault, each with file and field. */
  public static Instrument load(InputStream in, String file) {
    var instrument = ProfileYaml.read(ProfileYaml.tree(in, file), Instrument.class, file, "文件");
    var loader = new InstrumentLoader(file);
    loader.check(instrument);
    if (!loader.faults.isEmpty()) {
      throw new MalformedParameters(loader.faults);
    }
    return instrument;
  }

  private void check(Instrument it) {
    checkItems(it);
    checkBands(it);
    for (var dimension : it.dimensions()) {
      var own = it.items().stream().filter(i -> i.dimension().equals(dimension.key())).toList();
      expect("dimensions." + dimension.key() + ".items", dimension.items(), own.size());
      expect("dimensions." + dimension.key() + ".max", dimension.max(), own.stream().mapToInt(Instrument.Item::max).sum());
    }
    expect("maxTotal", it.maxTotal(), it.items().stream().mapToInt(Instrument.Item::max).sum());
    var changes = it.levelChanges().stream().map(Instrument.LevelChange::key).toList();
    if (!changes.equals(Conditions.KEYS)) {
      fault("levelChanges", "应依次为 %s，实际为 %s".formatted(Conditions.KEYS, changes));
    }
    if (it.verified() && (it.verifiedBy() == null || it.verifiedOn() == null)) {
      fault("verified", "已核对时要写明 verifiedBy 和 verifiedOn");
    }
  }

  private void checkItems(Instrument it) {
    Set<String> dimensions = new HashSet<>();
    it.dimensions().forEach(d -> dimensions.add(d.key()));
    Set<String> keys = new HashSet<>();
    for (var item : it.items()) {
      var at = "items." + item.key();
      if (!keys.add(item.key())) {
        fault(at, "项目重复");
      }
      if (!dimensions.contains(item.dimension())) {
        fault(at + ".dimension", "没有这个一级指标：" + item.dimension());
      }
      var expected = IntStream.rangeClosed(0, item.max()).map(n -> item.max() - n).boxed().toList();
      var actual = item.options().stream().map(Instrument.Option::score).toList();
      if (!actual.equals(expected)) {
        fault(at + ".options", "分值应为 %s，实际为 %s".formatted(expected, actual));
      }
    }
  }

  private void checkBands(Instrument it) {
    for (int total = 0; total <= it.maxTotal(); total++) {
      int t = total;
      long bands = it.levels().stream().filter(b -> b.min() <= t && t <= b.max()).count();
      if (bands != 1) {
        fault("levels", "总分 %d 落在 %d 个等级内，应恰好一个".formatted(t, bands));
        return;
      }
    }
    for (var band : it.levels()) {
      expect("levels." + band.level() + ".number", band.number(), band.level().number());
    }
  }

  private void expect(String field, int written, int actual) {
    if (written != actual) {
      fault(field, "写的是 %d，按项目计算是 %d".formatted(written, actual));
    }
  }

  private void fault(String field, String what) {
    faults.add("%s: %s: %s".formatted(file, field, what));
  }
}
