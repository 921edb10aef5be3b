package org.zhiyang.bench.dispatch;
import org.zhiyang.routing.*; import org.zhiyang.routing.care.*; import org.zhiyang.routing.care.city.*;
public class Try { public static void main(String[] a) { var p=CityWeek.of(Integer.parseInt(a[0]),1); double s=Double.parseDouble(a[1]);
 System.out.println(Figures.of(p, NearestDispatcher.dispatch(p)).line("nearest"));
 System.out.println(Figures.of(p, CareSolvers.standard().solve(p, SearchLimits.ofProcessorSeconds(s,1), x->{})).line("zhiyang"));
 for (int k=2;k<a.length;k++) { WeekPeer w = new TimefoldWeek(); System.out.println(Figures.of(p, w.solve(p,s,1)).line(w.name())); } } }
