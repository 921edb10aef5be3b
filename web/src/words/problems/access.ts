import { moment } from '@/app/format'
import type { ProblemWords } from '../problems'

const LEVELS: Record<number, string> = { 2: '市', 3: '县区', 4: '镇街', 5: '村社' }
const HOLDERS: Record<string, string> = { CARER: '这位护理员', ASSESSOR: '这位评估员', ELDER: '这位老人', PROXY: '这位家属', ORGANIZATION: '这家单位' }
const who = (kind: unknown) => HOLDERS[String(kind)] ?? '对方'

const words: ProblemWords = {
  problems: {
    'wrong-credentials': ({ attemptsLeft }) =>
      `账号或密码不对，请再看一遍${typeof attemptsLeft === 'number' ? `，还可以试 ${attemptsLeft} 次` : ''}。忘了密码，请找本单位的管理员重置。`,
    locked: ({ until }) => `密码错了太多次，这个账号先锁住了${typeof until === 'string' ? `，${moment(until)} 以后可以再试` : ''}。着急用，请找本单位的管理员解锁。`,
    'signed-out': '登录已经过期，请再登录一次。您填的内容还在。',
    'one-time-password-expired': '这个一次性密码已经过期。请找给您开账号的人重置，再用新的一次性密码登录。',
    'account-closed': '这个账号已停用。需要继续使用，请找管理员启用。',
    'account-open': '这个账号已经是启用状态，请刷新列表看看。',
    'password-change-required': '您用的还是一次性密码，请先改成自己的密码。',
    'wrong-password': ({ attemptsLeft }) => `当前密码不对，请再输一遍${typeof attemptsLeft === 'number' ? `，还可以试 ${attemptsLeft} 次` : ''}。`,
    'name-taken': '这个账号名已经有人用了，请换一个。',
    'role-not-allowed': '您不能开这个角色的账号，请换一个角色，或请系统管理员来开。',
    'wrong-region': ({ known, levels }) =>
      known === false
        ? '本市没有这个区域，请重新选择。'
        : `这个角色要选到${Array.isArray(levels) ? levels.map((level) => LEVELS[Number(level)] ?? '').join('或') : '对应的'}一级，请重新选择区域。`,
    'unknown-holder': ({ kind }) => `名册里没有找到${who(kind)}，或不归您管。请重新查找；刚离开的人不能开账号。`,
    'has-account': ({ kind }) => `${who(kind)}已经有账号了，一人只有一个。忘了密码请重置；停用了请启用原来的账号。`,
    'not-yourself': '不能停用或重置自己的账号。改密码请用右上角的“修改密码”；停用请让另一位管理员来做。',
    'last-administrator': '这是最后一位能用的系统管理员，不能停用。请先给另一位开好账号。',
    forbidden: '您的账号没有这一页的权限。需要的话，请找本单位的管理员开通。',
  },
}

export default words
