import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { account, baseUrl, checkPage, forgive, open, openAs, shot } from './harness'

/** Calls the server as the person of this page would. */
async function call<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, sent]) => {
      const answer = await fetch(address as string, {
        method: verb as string,
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: sent === undefined ? undefined : JSON.stringify(sent),
      })
      return answer.status === 204 ? null : await answer.json()
    },
    [method, path, body] as const,
  ) as Promise<Answer>
}

interface Row {
  id: string
  status: string
}

async function elderWithoutWork(page: Page): Promise<{ id: string; name: string }> {
  const busy = await call<{ items: { elder: { id: string } }[] }>(page, 'GET', '/api/assessments?size=200')
  const people = await call<{ items: { id: string; name: string }[] }>(page, 'GET', '/api/elders?size=200')
  return people.items.find((one) => !busy.items.some((row) => row.elder.id === one.id))!
}

const sizes = { desk: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, upright: { width: 768, height: 1024 } }

async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await checkPage(page)
    await shot(page, `assessment/${name}-${size}`, true)
  }
  await page.setViewportSize(sizes.tablet)
}

/** Chooses the first option of everything in view that is asked, with the instrument as the guide. */
async function fillTables(page: Page, id: string): Promise<void> {
  interface Field { key: string; kind: string; required?: boolean; keptBy?: string; options?: string[]; events?: { key: string }[]; allowEmpty?: boolean }
  const instrument = await call<{ items: { key: string; max: number }[]; tables: { key: string; fields: Field[] }[] }>(page, 'GET', '/api/instruments/gbt42195-2022')
  const value = (field: Field) =>
    field.kind === 'CHOICE' ? field.options![0] : field.kind === 'CHOICES' ? (field.allowEmpty ? [] : [field.options![0]]) : field.kind === 'COUNTS' ? Object.fromEntries(field.events!.map((event) => [event.key, 0])) : '王小明'
  const tables = Object.fromEntries(instrument.tables.map((table) => [table.key, Object.fromEntries(table.fields.filter((field) => field.required && !field.keptBy).map((field) => [field.key, value(field)]))]))
  const answers = Object.fromEntries(instrument.items.filter((item) => item.key !== 'eating').map((item) => [item.key, Math.max(0, item.max - 2)]))
  const view = await call<{ form: { version: number; answers: object } }>(page, 'GET', `/api/assessments/${id}`)
  await call(page, 'PUT', `/api/assessments/${id}/draft`, { basedOn: view.form.version, answers: { ...answers, ...view.form.answers }, tables })
}

describe('能力评估', () => {
  it('goes from the request to a level in effect, in the hands of those who do it', async () => {
    const officer = await openAs('county_officer', '/console/need/assessments')
    const elder = await elderWithoutWork(officer)
    await officer.goto(`/console/registry/elders/${elder.id}`)
    await officer.getByRole('link', { name: '申请评估' }).click()
    await officer.getByRole('heading', { name: '申请评估' }).waitFor()
    await look(officer, 'new')
    await officer.getByRole('button', { name: '提出评估申请' }).click()
    await officer.getByRole('heading', { name: '安排评估' }).waitFor()
    await officer.getByRole('button', { name: '安排这次评估' }).click()
    await officer.getByRole('link', { name: '请选择评估员一' }).waitFor()
    const names = [account('assessor'), account('assessor_2' as 'assessor')].map((one) => (one as unknown as { displayName: string }).displayName)
    for (const [n, label] of ['评估员一', '评估员二'].entries()) {
      const select = officer.getByLabel(label)
      await select.selectOption({ label: await select.locator('option', { hasText: names[n]! }).first().innerText() })
    }
    const { businessNow } = (await (await fetch(`${baseUrl}/api/city`)).json()) as { businessNow: string }
    const afterTomorrow = new Date(new Date(businessNow).getTime() + 56 * 3_600_000).toISOString().slice(0, 10)
    await officer.getByLabel('上门日期').fill(afterTomorrow)
    await look(officer, 'appointment')
    await officer.getByRole('button', { name: '安排这次评估' }).click()
    await officer.getByRole('heading', { name: /评估单 PG/ }).waitFor()
    const id = officer.url().split('/').pop()!
    await look(officer, 'one')

    const assessor = await openAs('assessor', '/console/need/assessments?mine=true', 'desk', { viewport: sizes.tablet })
    await assessor.getByRole('row', { name: new RegExp(elder.name) }).first().waitFor()
    await look(assessor, 'list')
    await assessor.goto(`/console/need/assessments/${id}`)
    await assessor.getByRole('button', { name: '开始评估' }).click()
    await assessor.getByText('没有说好的，请到约定的时间再去').waitFor()
    await assessor.getByRole('dialog').getByRole('button', { name: '开始评估' }).click()
    await assessor.getByText('请写明原因', { exact: true }).waitFor()
    await assessor.getByLabel('原因').fill('家属来电，老人后天要住院，同意今天评估')
    await look(assessor, 'early')
    await assessor.getByRole('dialog').getByRole('button', { name: '开始评估' }).click()
    await assessor.getByRole('heading', { name: new RegExp(`能力评估表 · ${elder.name}`) }).waitFor()
    await look(assessor, 'form-person')

    await assessor.getByRole('button', { name: /B\.1 自理能力/ }).click()
    await assessor.getByRole('group', { name: /进食/ }).getByRole('radio').nth(1).check()
    await assessor.getByText(/已保存/).waitFor()
    await look(assessor, 'form-items')

    // without a line the form goes on, and sends by itself when there is one again
    await assessor.context().setOffline(true)
    await assessor.getByRole('group', { name: /修饰/ }).getByRole('radio').nth(2).check()
    await assessor.getByText('网络不通：内容存在这台设备上').waitFor()
    await assessor.getByRole('button', { name: '下一部分' }).click()
    await assessor.getByRole('group', { name: /床上体位转移/ }).getByRole('radio').nth(0).check()
    await shot(assessor, 'assessment/form-offline')
    await assessor.context().setOffline(false)
    await assessor.getByText(/已保存/).waitFor()
    forgive(assessor)
    const saved = await call<{ form: { answers: Record<string, number>; version: number } }>(assessor, 'GET', `/api/assessments/${id}`)
    expect(saved.form.answers).toMatchObject({ eating: 3, grooming: 2, bed_mobility: 4 })

    // the other device answered the same item: both are shown
    const other = await openAs('assessor_2' as 'assessor', `/console/need/assessments/${id}/form?part=self_care`)
    await other.getByRole('group', { name: /洗澡/ }).waitFor()
    await call(assessor, 'PUT', `/api/assessments/${id}/draft`, { basedOn: saved.form.version, answers: { ...saved.form.answers, bathing: 4 }, tables: {} })
    await other.getByRole('group', { name: /洗澡/ }).getByRole('radio').nth(3).check()
    await other.getByRole('heading', { name: '另一台设备刚存过这张表' }).waitFor()
    await look(other, 'form-clash')
    await other.getByRole('radio', { name: /已存的/ }).check()
    await other.getByRole('button', { name: '按选择合并并保存' }).click()
    await other.getByRole('heading', { name: '另一台设备刚存过这张表' }).waitFor({ state: 'hidden' })

    await fillTables(assessor, id)
    await assessor.goto(`/console/need/assessments/${id}/form?part=health`)
    await assessor.getByRole('group', { name: /A\.5\.11 昏迷/ }).getByRole('radio', { name: '有' }).check()
    await assessor.getByText(/直接评定为完全失能/).waitFor()
    await look(assessor, 'form-health')
    await assessor.getByRole('group', { name: /A\.5\.11 昏迷/ }).getByRole('radio', { name: '无' }).check()
    await assessor.getByText(/已保存/).waitFor()

    await assessor.getByRole('button', { name: '核对与签名' }).click()
    const pad = assessor.getByRole('img', { name: '在框里手写签名' }).first()
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox())!
    await assessor.mouse.move(box.x + 60, box.y + 60)
    await assessor.mouse.down()
    for (let n = 0; n < 20; n++) await assessor.mouse.move(box.x + 60 + n * 18, box.y + 80 + Math.sin(n) * 40)
    await assessor.mouse.up()
    await look(assessor, 'form-sign')
    await assessor.getByRole('button', { name: `${names[0]}签名` }).click()
    await assessor.getByText(new RegExp(`${names[0]} 于 .* 签名`)).waitFor()
    await assessor.getByRole('button', { name: '信息提供者签名' }).click()
    await assessor.getByText(/王小明 于 .* 签名/).waitFor()

    await other.goto(`/console/need/assessments/${id}/form?part=sign`)
    await other.getByRole('button', { name: `${names[1]}签名` }).click()
    await other.getByRole('button', { name: '提交，得出等级' }).click()
    await other.getByRole('dialog').getByRole('button', { name: '提交，得出等级' }).click()
    await other.getByText('C.5 最终等级').waitFor()
    await other.getByText('得出过程').waitFor()
    await look(other, 'report')

    await officer.goto(`/console/need/assessments/${id}`)
    await officer.getByRole('button', { name: '提出异议' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '寄出异议' }).click()
    await officer.getByText('请写明原因').waitFor()
    await officer.getByRole('dialog').getByRole('button', { name: '取消' }).click()

    const clock = await openAs('administrator', '/console/platform/clock')
    await call(clock, 'POST', '/api/clock/forward', { duration: 'P8D' })
    await expect.poll(async () => (await call<{ assessment: Row }>(officer, 'GET', `/api/assessments/${id}`)).assessment.status, { timeout: 30_000 }).toBe('EFFECTIVE')
    await officer.goto(`/console/registry/elders/${elder.id}`)
    await officer.getByText('为什么是这个等级').click()
    await officer.getByText(/最终等级为/).waitFor()
    await look(officer, 'card')

    const code = (await call<{ verificationCode: string }>(assessor, 'GET', `/api/assessments/${id}/report`)).verificationCode
    const stranger = await open(`/m/assessment/${id}/check?code=${code}`, 'phone')
    await stranger.getByText('有效：和系统里的一致').waitFor()
    expect(await stranger.locator('main').innerText()).not.toContain(elder.name)
    await checkPage(stranger)
    await shot(stranger, 'assessment/check-phone', true)
    await stranger.goto(`/m/assessment/${id}/check?code=1234`)
    await stranger.getByText('已变更').waitFor()
  }, 240_000)

  it('tells the elder the result in plain words', async () => {
    const page = await openAs('elder', '/m/assessment', 'phone')
    await page.getByRole('heading', { name: '能力评估结果' }).waitFor()
    await checkPage(page)
    await shot(page, 'assessment/elder-phone', true)
    await page.setViewportSize({ width: 320, height: 640 })
    await checkPage(page)
  })
})
