import { moment } from '@/app/format'
import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'wrong-credentials': ({ attemptsLeft }) =>
      `账号或密码不对，请再看一遍${typeof attemptsLeft === 'number' ? `，还可以试 ${attemptsLeft} 次` : ''}。忘了密码，请找本单位的管理员重置。`,
    locked: ({ until }) => `密码错了太多次，这个账号先锁住了${typeof until === 'string' ? `，${moment(until)} 以后可以再试` : ''}。着急用，请找本单位的管理员解锁。`,
    'signed-out': '登录已经过期，请再登录一次。您填的内容还在。',
    forbidden: '您的账号没有这一页的权限。需要的话，请找本单位的管理员开通。',
  },
}

export default words
