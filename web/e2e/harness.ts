/**
 * What every browser test stands on: one Chromium for the run, a fresh context for each test, our sizes, and the checks
 * every page must pass. Needs ZHIYANG_URL (a running server) and ZHIYANG_ACCOUNTS (a JSON file {role: {username, password}}).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'

export const SIZES = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  /** WCAG 1.4.10: 320 px wide, used with the largest text. */
  narrow: { width: 320, height: 640 },
  wall: { width: 1920, height: 1080 },
} as const
export type Size = keyof typeof SIZES

export type Role =
  | 'village_worker'
  | 'town_officer'
  | 'county_officer'
  | 'city_officer'
  | 'assessor'
  | 'provider_dispatcher'
  | 'carer'
  | 'hotline_operator'
  | 'county_finance'
  | 'city_finance'
  | 'administrator'
  | 'elder'
  | 'family'

export interface Credentials {
  username: string
  password: string
}

export const baseUrl = (process.env.ZHIYANG_URL ?? '').replace(/\/$/, '')

/** The account of a role, from the file the server wrote at its first start. */
export function account(role: Role): Credentials {
  const file = process.env.ZHIYANG_ACCOUNTS
  if (!file) throw new Error('ZHIYANG_ACCOUNTS names no file with the accounts of each role')
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Role, Credentials>>)[role]
  if (!found) throw new Error(`${file} has no account for ${role}`)
  return found
}

let browser: Browser | undefined
const contexts: BrowserContext[] = []
const faults = new WeakMap<Page, string[]>()

function executable(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      continue
    }
  }
  throw new Error('no Chromium found: install it (apt-get install chromium) or name it in CHROMIUM')
}

async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: executable(),
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      '--lang=zh-CN',
    ],
  })
  return browser
}

/** A new person at a new device. Service workers are off unless the test is about being offline. */
export async function open(path: string, size: Size = 'desk', options: BrowserContextOptions = {}): Promise<Page> {
  if (!baseUrl) throw new Error('ZHIYANG_URL names no running server')
  const context = await (await theBrowser()).newContext({
    baseURL: baseUrl,
    viewport: SIZES[size],
    deviceScaleFactor: size === 'phone' || size === 'narrow' ? 2 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
    reducedMotion: 'reduce',
    ...options,
  })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const seen: string[] = []
  faults.set(page, seen)
  page.on('pageerror', (error) => seen.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) seen.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) seen.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  await page.goto(path)
  return page
}

/** Signs in on the page's own form and waits for the first page behind it. */
export async function signIn(page: Page, who: Credentials): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(who.username)
  await page.getByLabel('密码', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** Opens an app's page as somebody of this role. */
export async function openAs(role: Role, path: string, size: Size = 'desk', options: BrowserContextOptions = {}): Promise<Page> {
  const app = `/${path.split('/')[1]}/`
  const page = await open(`${app}sign-in`, size, options)
  await signIn(page, account(role))
  await page.goto(path)
  return page
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  impact: string | null
  help: string
  nodes: { target: unknown; html: string; failureSummary?: string }[]
}

/** No serious or critical finding of axe (WCAG 2.2 A and AA), nothing wider than the window, no error on the page. */
export async function checkPage(page: Page): Promise<void> {
  await page.evaluate(`if (!window.axe) { ${axeSource} }`)
  // A button that has scrolled half under the bar is no fault of the page.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: unknown[] }> } }
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).violations
  })
  const grave = (findings as Finding[]).filter((finding) => finding.impact === 'serious' || finding.impact === 'critical')
  const told = grave.map((finding) => `${finding.id} (${finding.help})\n  ${finding.nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)}\n  ${node.failureSummary ?? ''}`).join('\n  ')}`)
  expect(told, `axe on ${page.url()}`).toEqual([])

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `pixels of sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0)
  expect(faults.get(page), `errors on ${page.url()}`).toEqual([])
}

/** Errors the test itself provokes (a stopped server) are taken off the list here. */
export function forgive(page: Page): void {
  faults.get(page)?.splice(0)
}

/** The step of text size and contrast of a phone app, as its buttons would set it; reloads the page. */
export async function setLooks(page: Page, app: 'console' | 'carer' | 'm' | 'screen', looks: Record<string, string>): Promise<void> {
  await page.evaluate(([name, value]) => localStorage.setItem(name!, value!), [`zhiyang.looks.${app}`, JSON.stringify(looks)])
  await page.reload()
}

/** Writes a picture below ZHIYANG_SHOTS (default `e2e/shots`, not committed). */
export async function shot(page: Page, name: string, fullPage = false): Promise<void> {
  const file = `${process.env.ZHIYANG_SHOTS ?? new URL('./shots', import.meta.url).pathname}/${name}.png`
  mkdirSync(dirname(file), { recursive: true })
  await page.screenshot({ path: file, fullPage, animations: 'disabled' })
}

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
})
afterAll(async () => {
  await browser?.close()
  browser = undefined
})
