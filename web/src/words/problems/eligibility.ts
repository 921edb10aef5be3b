import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    'own-case': '您不能处理自己或自己代办的老人的待遇。请交给其他经办人确认。',
    'price-unverified': ({ service }) => `服务“${String(service)}”的价格还没有和正式文件核对，正式运行时不能使用。请先核对服务清单里的价格。`,
  },
}

export default words
