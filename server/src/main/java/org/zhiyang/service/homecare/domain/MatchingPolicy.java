package org.zhiyang.service.homecare.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;
import org.zhiyang.platform.region.Distance;
import org.zhiyang.service.homecare.domain.Candidate.Exclusion;
import org.zhiyang.service.homecare.domain.Candidate.Why;
import org.zhiyang.service.homecare.domain.MatchingWeights.Part;

/** Ranks the providers that offer a service for one elder, and says what leaves out the others. Five parts, each 0..1 times its weight:
 *  distance (1 at the door, 0 at the farthest allowed), skill (qualified carers on the wanted days q against the crew c: q / (q + c)), capacity (share of the day still free on the fullest wanted
 *  day), rating (published score / 100; none yet counts as the passing score), wish (1 for the provider the elder wished). Ties: the nearer one, then the id.
 *  Left out: defaulted providers (M278), too far, too few qualified carers, no room on a wanted day, and who already refused or let the question lapse in this round.
 *  Figures: profiles/national/parameters/matching-weights.yaml, matching-maximum-distance.yaml. */
public final class MatchingPolicy {
  public static final String RULE = "homecare.matching";
  private static final Source SOURCE = Source.assumption("供需匹配按距离、技能、余力、评价、意愿排序；权重见 matching-weights 参数");

  private MatchingPolicy() {}

  /** What is known of one provider.
   *
   *  @param qualified carers with skill and certificate on duty in the window, on the wanted day with the fewest
   *  @param capacity visits a day; {@code promised} those promised on the fullest wanted day
   *  @param answeredNo refused or let lapse in this round */
  public record Known(UUID provider, String name, boolean defaulted, long meters, int qualified, int capacity, int promised, @Nullable BigDecimal score, boolean wished, boolean answeredNo) {}

  public record Figures(DatedValue<MatchingWeights> weights, DatedValue<Integer> maximumKm, DatedValue<Integer> passingScore) {}

  /** All candidates: the ranked ones first, best first, then those left out. */
  public static Ruling<List<Candidate>> apply(List<Known> providers, int crew, Figures figures) {
    var fit = new ArrayList<Candidate>();
    var unfit = new ArrayList<Candidate>();
    for (var provider : providers) {
      var excluded = exclusions(provider, crew, figures);
      if (excluded.isEmpty()) fit.add(rate(provider, crew, figures));
      else unfit.add(new Candidate(provider.provider(), provider.name(), 0, 0, Map.of(), provider.meters(), List.of(), excluded));
    }
    fit.sort(Comparator.comparingDouble(Candidate::points).reversed().thenComparingLong(Candidate::meters).thenComparing(Candidate::provider));
    var all = new ArrayList<Candidate>();
    for (var c : fit) all.add(new Candidate(c.provider(), c.name(), all.size() + 1, c.points(), c.parts(), c.meters(), c.reasons(), c.excluded()));
    all.addAll(unfit);
    var trace = Ruling.by(RULE, 1).source(SOURCE).fact("crew", crew).fact("providers", providers.size()).fact("fit", fit.size())
        .parameter(figures.weights()).parameter(figures.maximumKm()).parameter(figures.passingScore());
    all.forEach(c -> trace.because(c.rank() > 0 ? "第%d名 %s：%.1f分（%s）。".formatted(c.rank(), c.name(), c.points(), String.join("，", c.reasons()))
        : "未列入 %s：%s。".formatted(c.name(), c.excluded().stream().map(Exclusion::sentence).collect(Collectors.joining("；")))));
    if (fit.isEmpty()) trace.because(whatHelps(all));
    return trace.decide(List.copyOf(all));
  }

  /** Why nobody can take the order, and what would change that, in one Chinese sentence. A provider counts once, by what is hardest to change. */
  public static String whatHelps(List<Candidate> candidates) {
    if (candidates.isEmpty()) return "没有服务商开展这项服务。可以引导附近服务商开展，或由县区民政指定外区服务商。";
    var counts = new EnumMap<Why, Integer>(Why.class);
    candidates.forEach(c -> c.excluded().stream().map(Exclusion::why).min(Comparator.naturalOrder()).ifPresent(why -> counts.merge(why, 1, Integer::sum)));
    var why = new ArrayList<String>();
    var help = new ArrayList<String>();
    if (counts.containsKey(Why.FULL)) {
      why.add(counts.get(Why.FULL) + "家已排满");
      help.add("换一天或换时段，或请服务商增加人手");
    }
    if (counts.containsKey(Why.NO_SKILL)) {
      why.add(counts.get(Why.NO_SKILL) + "家没有足够的持证护理员");
      help.add("组织护理员培训取证");
    }
    if (counts.containsKey(Why.TOO_FAR)) {
      why.add(counts.get(Why.TOO_FAR) + "家太远");
      help.add("在附近增设站点");
    }
    if (counts.containsKey(Why.ANSWERED_NO)) {
      why.add(counts.get(Why.ANSWERED_NO) + "家已拒绝或没有答复");
      help.add("与服务商协商后重新匹配");
    }
    if (counts.containsKey(Why.DEFAULTED)) why.add(counts.get(Why.DEFAULTED) + "家失信不得接单");
    help.add("由县区民政指定服务商");
    return "共%d家服务商：%s。可以：%s。".formatted(candidates.size(), String.join("、", why), String.join("；", help));
  }

  private static List<Exclusion> exclusions(Known p, int crew, Figures figures) {
    var excluded = new ArrayList<Exclusion>();
    if (p.defaulted()) excluded.add(new Exclusion(Why.DEFAULTED, "已列入失信名单，不得接新单"));
    if (p.meters() > figures.maximumKm().value() * 1000L) excluded.add(new Exclusion(Why.TOO_FAR, "距老人住处 %s，超过 %d 公里".formatted(Distance.inWords(p.meters()), figures.maximumKm().value())));
    if (p.qualified() < crew) excluded.add(new Exclusion(Why.NO_SKILL, p.qualified() == 0 ? "该时段没有符合技能和证书要求的护理员" : "该时段符合要求的护理员只有%d名，需要%d名".formatted(p.qualified(), crew)));
    if (p.promised() >= p.capacity()) excluded.add(new Exclusion(Why.FULL, "当天已排%d单，最多%d单".formatted(p.promised(), p.capacity())));
    if (p.answeredNo()) excluded.add(new Exclusion(Why.ANSWERED_NO, "本轮已拒绝或未按时答复"));
    return excluded;
  }

  private static Candidate rate(Known p, int crew, Figures figures) {
    var parts = new EnumMap<Part, Double>(Part.class);
    var score = p.score() == null ? figures.passingScore().value() : p.score().doubleValue();
    put(parts, figures, Part.DISTANCE, 1 - p.meters() / (figures.maximumKm().value() * 1000.0));
    put(parts, figures, Part.SKILL, p.qualified() / (double) (p.qualified() + crew));
    put(parts, figures, Part.CAPACITY, 1 - p.promised() / (double) p.capacity());
    put(parts, figures, Part.RATING, score / 100);
    put(parts, figures, Part.WISH, p.wished() ? 1 : 0);
    var reasons = new ArrayList<String>();
    if (p.wished()) reasons.add("老人指定");
    reasons.add("距离 " + Distance.inWords(p.meters()));
    reasons.add("符合要求的护理员%d名".formatted(p.qualified()));
    reasons.add("最忙的一天还能接%d单".formatted(p.capacity() - p.promised()));
    reasons.add(p.score() == null ? "尚无公布得分，按合格线计" : "最近得分" + p.score().stripTrailingZeros().toPlainString());
    var points = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Candidate(p.provider(), p.name(), 1, Math.round(points * 10) / 10.0, parts, p.meters(), reasons, List.of());
  }

  private static void put(Map<Part, Double> parts, Figures figures, Part part, double share) {
    parts.put(part, Math.round(figures.weights().value().of(part) * Math.clamp(share, 0, 1) * 10) / 10.0);
  }
}
