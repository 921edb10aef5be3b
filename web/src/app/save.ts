import { download } from './download'
import { notify } from './notices'
import { problemOf } from './problem'

/** Downloads what a list shows and says how it went: for the `export` event of a list. */
export const saver = (path: string, done: string) => async (query: Record<string, string> = {}): Promise<void> => {
  try {
    await download(path, query)
    notify('ok', done)
  } catch (thrown) {
    const problem = await problemOf(thrown)
    notify('danger', problem.errors[0]?.sentence ?? problem.sentence)
  }
}
