/** The page where one changes one's own password; apart from the words of signing in, which the phone apps load first. */
export default {
  title: '修改密码',
  leadForced: '您用的是一次性密码。请先改成只有自己知道的密码，改好就能开始用。',
  lead: '改好以后，其他电脑和手机上的登录会退出，这里不用重新登录。',
  current: '当前密码',
  currentForced: '一次性密码（刚才登录用的）',
  next: '新密码',
  repeat: '再输一次新密码',
  rules: '10 到 64 个字符，字母、数字、符号至少用两种；不能含账号名，也不能用 123456、password 这类人人会猜的。',
  differs: '两次输入的新密码不一样，请再输一次',
  submit: '改好了，保存',
  busy: '正在保存…',
  done: '密码已改好。其他设备上的登录已退出。',
  onward: '返回',
} as const
