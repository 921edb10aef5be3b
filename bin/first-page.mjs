// Opens the first page as every demo account (or as every account of the benchmark's reference), so that a training run of the server walks the way of a real start:
// node bin/first-page.mjs http://127.0.0.1:PORT DATA/accounts.json
import { readFileSync } from 'node:fs'

const [base, accountsFile] = process.argv.slice(2)
const accounts = Object.values(JSON.parse(readFileSync(accountsFile, 'utf8')))

for (const { username, password } of accounts) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }),
  })
  if (answer.status !== 200) throw new Error(`signing in as ${username} answered ${answer.status}`)
  const cookie = answer.headers.getSetCookie()[0].split(';')[0]
  const session = await answer.json()
  const pages = [session.landing ?? '/', '/api/session', session.landing ? '/api/city' : '/api/accounts']
  if (session.permissions?.includes('workbench.read')) pages.push('/api/workbench')
  if (session.permissions?.includes('elder.read')) pages.push('/api/elders?page=1&size=20')
  for (const page of pages) await (await fetch(base + page, { headers: { cookie } })).text()
}
