import type { ProblemWords } from '../problems'

const words: ProblemWords = {
  problems: {
    empty: '这个文件是空的，请重新拍照或选择。',
    'too-large': ({ limitMegabytes }) => `文件太大，最多 ${String(limitMegabytes)} MB。请缩小照片后再传。`,
    'unknown-kind': '只能上传照片（JPEG、PNG、WebP）、录音或 PDF。请换一个文件。',
    'no-room': '服务器暂时存不下文件，什么都没有保存。请稍后再试，或告诉管理员。',
  },
}

export default words
