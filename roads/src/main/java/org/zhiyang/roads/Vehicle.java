package org.zhiyang.roads;

import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import java.util.Arrays;

/** What the roads are travelled by: each knows where it may go and how fast, by the tags of the map. */
public enum Vehicle {
  FOOT("foot"),
  BICYCLE("bike"),
  CAR("car");

  /** What the models of all vehicles look at, as the file of each model says. */
  static final String TAGS = "foot_access, foot_priority, foot_average_speed, foot_road_access, bike_access, bike_priority, bike_average_speed, bike_road_access, "
      + "car_access, car_average_speed, roundabout, mtb_rating, hike_rating, country, road_class";

  private final String profileName;

  Vehicle(String profileName) {
    this.profileName = profileName;
  }

  String profileName() {
    return profileName;
  }

  static Profile[] profiles() {
    return Arrays.stream(values()).map(v -> new Profile(v.profileName).setCustomModel(GHUtility.loadCustomModelFromJar(v.profileName + ".json"))).toArray(Profile[]::new);
  }
}
