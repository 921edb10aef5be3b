// Starts one application and times it until its first signed-in page is there: node startup-timer.mjs '{"command":[…],"port":…,
// "health":"/…","account":{username,password},"page":["/…"],"log":"…"}' prints one line {listenMillis,upMillis,pageMillis,cpuSeconds,javaRssBytes,familyBytes} and stops it.
// Whole family (CPU and memory): the process and all that descend from it, so the database too. Its memory is the sum of proportional shares (PSS): what
// several database processes share is counted once.
import { spawn } from 'node:child_process'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'

const TICKS_PER_SECOND = 100
const job = JSON.parse(process.argv[2])
const base = `http://127.0.0.1:${job.port}`
const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis))

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const words = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(words[1]), ticks: words.slice(11, 15).reduce((sum, word) => sum + Number(word), 0) }
  } catch {
    return undefined
  }
}

/** All living descendants and the process itself, as pid → ticks used by it and by its dead children. */
function familyOf(pid) {
  const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), statOf(name)]).filter(([, stat]) => stat))
  const belongs = (id) => id === pid || (all.has(id) && belongs(all.get(id).parent))
  return new Map([...all].filter(([id]) => belongs(id)).map(([id, stat]) => [id, stat.ticks]))
}

function kilobytes(file, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
}

const portAnswers = () => new Promise((resolve) => {
  const socket = connect(job.port, '127.0.0.1', () => { socket.destroy(); resolve(true) })
  socket.on('error', () => resolve(false))
})

async function get(path, cookie) {
  const answer = await fetch(base + path, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200 || text.length === 0) throw new Error(`${path} answered ${answer.status}`)
  return text
}

const began = performance.now()
const since = () => performance.now() - began
const log = openSync(job.log, 'w')
const [program, ...words] = job.command
const server = spawn(program, words, { stdio: ['ignore', log, log] })
let ended = false
const end = new Promise((resolve) => server.on('exit', () => { ended = true; resolve() }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'))

try {
  const alive = () => { if (ended) throw new Error(`the server ended, see ${job.log}`) }
  while (!(await portAnswers())) { alive(); await sleep(5) }
  const listenMillis = since()
  for (;;) {
    alive()
    const answer = await fetch(base + job.health).then((r) => r.text(), () => '')
    if (answer.includes('UP')) break
    await sleep(5)
  }
  const upMillis = since()
  const account = job.account ?? JSON.parse(readFileSync(job.accountsFile, 'utf8'))[job.role]
  const signedIn = await fetch(base + '/api/session', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: account.username, password: account.password }),
  })
  if (signedIn.status !== 200) throw new Error(`signing in answered ${signedIn.status}`)
  await signedIn.text()
  const cookie = signedIn.headers.getSetCookie()[0].split(';')[0]
  for (const path of job.page) await get(path, cookie)
  const pageMillis = since()
  const family = familyOf(server.pid)
  const cpuSeconds = [...family.values()].reduce((a, b) => a + b, 0) / TICKS_PER_SECOND
  const javaRssBytes = kilobytes(`/proc/${server.pid}/status`, 'VmRSS') * 1024
  const familyBytes = [...family.keys()].reduce((sum, id) => {
    try { return sum + kilobytes(`/proc/${id}/smaps_rollup`, 'Pss') * 1024 } catch { return sum }
  }, 0)
  console.log(JSON.stringify({ listenMillis, upMillis, pageMillis, cpuSeconds, javaRssBytes, familyBytes }))
} catch (fault) {
  console.error(fault.message)
  process.exitCode = 1
} finally {
  server.kill('SIGTERM')
  await end
}
