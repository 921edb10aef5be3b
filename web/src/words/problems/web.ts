import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    invalid: '有几处填得不对，请按提示改好再提交。',
    stale: '别人刚改过这条记录。请刷新看看最新的内容，再改您要改的地方；您填的内容还在。',
    'not-found': '没有找到这条记录：可能已经移走，或不在您的管辖范围内。请返回列表再找一次。',
    'idempotency-key-missing': '这次提交缺少编号，没有存下来。请刷新页面后再提交一次。',
    'idempotency-key-reused': '这张表已经提交过一次，内容又改了。请从列表里打开那条记录修改，不要重复提交。',
    'too-large': '文件太大，没有上传成功。请换小一些的文件。',
    'too-many': '操作太快了，请等一分钟再试。',
    unavailable: '系统正在重新启动，请过一分钟再试。您填的内容还在。',
    unreachable: '连不上服务器。请检查网络后再试；您填的内容还在。',
    'client-fault': '这个页面出了错。请刷新后再试；还不行请把您刚才做的事告诉管理员。',
    fault: ({ faultId }) => `系统出了错，这次没有办成，您填的内容还在。请过一会儿再试${faultId ? `；还不行请把编号 ${String(faultId)} 告诉管理员` : ''}。`,
  },
  fields: {
    '*.required': ({ name }) => `请填写${String(name)}`,
    '*.pattern': ({ name }) => `${String(name)}的格式不对，请对照原件再看一遍`,
    '*.size': ({ name, min, max }) => `${String(name)}的长度不对${limits(min, max, '个字')}`,
    '*.min': ({ name, min }) => `${String(name)}不能小于 ${String(min)}`,
    '*.max': ({ name, max }) => `${String(name)}不能大于 ${String(max)}`,
    '*.range': ({ name, min, max }) => `${String(name)}超出了范围${limits(min, max, '')}`,
    '*.type': ({ name }) => `${String(name)}填的内容认不出来，请重新填写`,
    '*.past': ({ name }) => `${String(name)}要早于今天`,
    '*.future': ({ name }) => `${String(name)}要晚于今天`,
    '*.checksum': ({ name }) => `${String(name)}的最后一位对不上，请对照证件再看一遍`,
    '*.unknown': ({ name }) => `没有这个${String(name)}，请重新选择`,
    '*.*': ({ name }) => `${String(name)}填得不对，请改一下`,
    'idNumber.pattern': '身份证号是 18 位，请对照证件再看一遍',
    'idNumber.size': '身份证号是 18 位，请对照证件再看一遍',
    'phone.pattern': '电话号码不对：手机 11 位，座机带区号，请再看一遍',
    'since.in-the-future': '日期不能晚于今天',
    'reason.size': ({ min }) => `请把原因写完整一些，至少 ${String(min ?? 2)} 个字`,
    '*.id-number-length': '身份证号是 18 位，请对照证件再看一遍',
    '*.id-number-character': '身份证号只有数字，最后一位可以是 X，请再看一遍',
    '*.id-number-region': '身份证号开头的地区不对，请对照证件再看一遍',
    '*.id-number-birth-date': '身份证号里的出生日期不对，请对照证件再看一遍',
    '*.id-number-check-character': '身份证号对不上，有一位填错了，请对照证件再看一遍',
    '*.id-number-synthetic': '这是演示用的号码，不能登记真人，请对照证件再看一遍',
    '*.unknown-region': '没有这个区域，或不在您的管辖范围内，请重新选择',
    '*.unknown-service': '服务清单里没有这一项，请刷新后重新选择',
    '*.staff-only': '这一项要由工作人员办理，请打 12349',
    'reason.required': '请写明原因',
  },
  names: {
    username: '账号',
    password: '密码',
    name: '姓名',
    idNumber: '身份证号',
    phone: '手机号',
    address: '地址',
    reason: '原因',
    regionCode: '所在村社',
    duration: '时长',
    birthOn: '出生日期',
    note: '说明',
    words: '说明',
    services: '想要的服务',
    elderId: '老人',
    region: '区域',
    closure: '结案原因',
  },
}

function limits(min: unknown, max: unknown, unit: string): string {
  if (min !== undefined && max !== undefined) return `，应在 ${String(min)} 到 ${String(max)} ${unit}之间`.replace(' 之间', '之间')
  if (max !== undefined) return `，最多 ${String(max)} ${unit}`.trimEnd()
  if (min !== undefined) return `，至少 ${String(min)} ${unit}`.trimEnd()
  return ''
}

export default words
