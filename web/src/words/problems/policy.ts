import type { ProblemWords } from '../problems'

/** The server names the figure, the place and the day in its own sentence. */
const words: ProblemWords = { problems: { 'no-value': ({ sentence }) => String(sentence), unverified: ({ sentence }) => String(sentence) } }

export default words
