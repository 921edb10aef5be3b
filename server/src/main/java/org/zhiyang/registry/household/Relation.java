package org.zhiyang.registry.household;

/** What somebody is to an elder (与老年人的关系). All but helper, neighbor and other are relatives. */
public enum Relation {
  SPOUSE, CHILD, CHILD_IN_LAW, GRANDCHILD, SIBLING, OTHER_RELATIVE, HELPER, NEIGHBOR, OTHER;

  public boolean isRelative() {
    return this != HELPER && this != NEIGHBOR && this != OTHER;
  }
}
