package org.zhiyang.service.homecare;

/** What the verification rules may find (check-ins are never blocked, always flagged). */
public enum VisitFlag {
  OUTSIDE_PLACE("签到位置不符"), NO_POSITION("无法定位签到"), UNEXPLAINED("无定位且未说明"), TOO_SHORT("服务时长不足"), LATE_OR_EARLY("不在约定时间"), OVERLAP("同一护理员时间重叠"), IMPOSSIBLE_TRAVEL("移动速度不合常理"),
  TOO_FREQUENT("服务过于频繁"), BACKFILLED("事后补录"), BATCH_SIGNED("集中批量签字"), SAME_PHOTO("照片重复使用"), ELDER_ABSENT("老人住院或外出"), CERTIFICATE_EXPIRED("护理员证书过期"), OTHER_CARER("非派单护理员"),
  PROOF_MISSING("服务凭证不全"), WAS_CANCELLED("已取消的上门");

  private final String chinese;

  VisitFlag(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
