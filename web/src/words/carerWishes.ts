/** 护理员意愿: whom an elder would like to come, and who is not sent again. */
export const kindNames: Record<'WANTED' | 'REFUSED', string> = { WANTED: '希望来', REFUSED: '不要再派' }

export default {
  title: '护理员意愿',
  action: '护理员意愿',
  hint: '老人希望谁来、不要谁再来，记在这里。希望来的优先派；不要再派的，排计划和手工派单都不会派，已经派好的会马上有换人建议。',
  none: '近半年没有护理员上门，也没有已派好的上门。派单以后再来登记。',
  carer: '护理员', provider: '服务商', visits: '近半年上门', times: (n: number) => `${n} 次`, last: '最近', next: '接下来', wish: '意愿', acts: '操作', noWish: '没有特别意愿',
  want: '希望来', refuse: '不要再派', takeBack: '收回意愿',
  wantTitle: (name: string) => `记下：希望 ${name} 来`, wantText: '排计划时优先派这位护理员；那时没空，仍会派别人。',
  refuseTitle: (name: string) => `记下：不要再派 ${name}`, refuseText: '从现在起不再派这位护理员到这位老人家；已经派好的，会马上向服务商提出换人建议。',
  takeBackTitle: (name: string) => `收回对 ${name} 的意愿`, takeBackText: '收回以后，和别的护理员一样派。',
  saidBy: '谁说的', saidByNames: { ELDER: '老人本人', FAMILY: '家属' } as Record<'ELDER' | 'FAMILY', string>,
  reason: '为什么', reasonHint: '用老人的话写。护理员看不到。',
  said: (who: string, day: string, role: string) => `${who}，${day}${role ? `（${role}登记）` : ''}`,
  saved: '已记下。', takenBack: '已收回。', change: '老人要换人？',
  m: {
    title: '谁来照顾我',
    link: '想请谁来，不要谁来',
    none: '现在还没有护理员来过。等有人来过，您可以在这里说想请谁、不要谁。',
    came: (n: number) => (n > 0 ? `这半年来过 ${n} 次` : '还没有来过'),
    next: (day: string) => `下一次：${day}`,
    wanted: '您说过：希望她（他）来。', refused: '您说过：不要她（他）再来。',
    want: '希望再来', refuse: '不要再来', takeBack: '刚才说的不算',
    ask: (name: string) => `为什么不要 ${name} 再来？`,
    reasons: ['做得不好', '常常迟到', '说话听不清', '合不来', '别的原因'],
    pick: '请选一个原因。',
    private: '护理员看不到您说的话。', send: (name: string) => `不要 ${name} 再来`, cancel: '算了，不改',
    savedWant: (name: string) => `记下了：希望 ${name} 再来。她（他）没空的时候，会请别人来。`,
    savedRefuse: (name: string) => `记下了：不再请 ${name} 来。已经排好的，会另外请人。`,
    savedBack: (name: string) => `记下了：${name} 和别人一样安排。`,
  },
}
