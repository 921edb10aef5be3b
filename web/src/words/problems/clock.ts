import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: { production: '正式环境的时钟不能拨动，系统按真实日期办理。要试用以后的日期，请在演示环境里拨。' },
}

export default words
