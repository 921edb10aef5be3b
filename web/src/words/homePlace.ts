/** Where a home stands on the map, wherever it is asked. */
export default {
  label: '住处在地图上的位置',
  hint: '护理员签到时按它核对。请在老人家里、用带定位的手机点一下；没有位置时按村社中心核对，容易误报“不在老人家”。',
  knownHint: '名册里已经有位置。搬了家或位置不对，请在老人家里用手机重新取一次；不取就不改。',
  here: '我就在老人家里，取现在的位置',
  again: '重新取一次',
  reading: '正在取位置，请稍等…',
  read: (meters: number) => `已取到位置，误差约 ${meters} 米，提交后存下。`,
  vague: (meters: number) => `位置太粗（误差约 ${meters} 米），没有采用。请走到窗边或室外，过一会儿再取。`,
  none: '没有取到位置：这台设备没有定位，或没有允许网页使用定位。请在手机的设置里允许后再试，也可以先不填。',
  forget: '不用这个位置',
  forgotten: '这次不登记位置。',
  keptAgain: '名册里的位置不变。',
  fresh: '刚取的位置',
  other: '别人刚存下的位置',
}
