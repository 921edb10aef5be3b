package org.zhiyang.bench;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** jsprit with its usual strategies. Its cooling follows the number of iterations, so a trial of three seconds first tells how many fit into the time (counted in the last one). */
final class Jsprit implements Peer {
  @Override
  public String name() {
    return "jsprit";
  }

  @Override
  public List<List<Integer>> solve(SolomonInstance instance, VrptwProblem problem, double seconds, long seed) {
    int[] counted = {0};
    var trial = algorithm(problem, 1_000_000, seed);
    long began = Peer.processorNanos(Thread.currentThread());
    trial.setPrematureAlgorithmTermination(discovered -> {
      long used = Peer.processorNanos(Thread.currentThread()) - began;
      if (used > 2e9) counted[0]++;
      return used > 3e9;
    });
    trial.searchSolutions();
    var real = algorithm(problem, Math.max(100, (int) (counted[0] * seconds)), seed);
    long start = Peer.processorNanos(Thread.currentThread());
    real.setPrematureAlgorithmTermination(discovered -> Peer.processorNanos(Thread.currentThread()) - start > seconds * 1e9);
    var best = Solutions.bestOf(real.searchSolutions());
    var routes = new ArrayList<List<Integer>>();
    if (!best.getUnassignedJobs().isEmpty()) return routes;
    for (var route : best.getRoutes()) {
      var stops = new ArrayList<Integer>();
      for (var activity : route.getActivities()) stops.add(Integer.valueOf(((TourActivity.JobActivity) activity).getJob().getId()));
      routes.add(stops);
    }
    return routes;
  }

  private static VehicleRoutingAlgorithm algorithm(VrptwProblem problem, int iterations, long seed) {
    int size = problem.stops().size();
    var costs = FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(size, false);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) costs.addTransportTimeAndDistance(i, j, problem.travel().duration(i, j), problem.travel().distance(i, j));
    }
    var depot = problem.stops().getFirst();
    var type = VehicleTypeImpl.Builder.newInstance("van").addCapacityDimension(0, (int) problem.capacity()).setCostPerDistance(1).setCostPerTransportTime(0).setCostPerWaitingTime(0).setFixedCost(0).build();
    var builder = VehicleRoutingProblem.Builder.newInstance().setRoutingCost(costs.build()).setFleetSize(VehicleRoutingProblem.FleetSize.FINITE);
    for (int v = 0; v < problem.vehicles(); v++) {
      builder.addVehicle(VehicleImpl.Builder.newInstance("v" + v).setType(type).setStartLocation(place(0)).setEarliestStart(depot.ready()).setLatestArrival(depot.due()).build());
    }
    for (int c = 1; c < size; c++) {
      var stop = problem.stops().get(c);
      builder.addJob(Service.Builder.newInstance(String.valueOf(c)).addSizeDimension(0, (int) stop.demand()).setLocation(place(c)).setServiceTime(stop.service())
          .setTimeWindow(TimeWindow.newInstance(stop.ready(), stop.due())).build());
    }
    return com.graphhopper.jsprit.core.algorithm.box.Jsprit.Builder.newInstance(builder.build()).setRandom(new Random(seed))
        .setProperty(com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter.ITERATIONS, String.valueOf(iterations)).buildAlgorithm();
  }

  private static Location place(int index) {
    return Location.Builder.newInstance().setIndex(index).setId(String.valueOf(index)).build();
  }
}
