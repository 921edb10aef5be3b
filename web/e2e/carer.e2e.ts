/** The carer's part of the loop on the phone, with the network cut in the middle of a visit. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { account, checkPage, open, openAs, setLooks, shot, signIn } from './harness'
import { apiAs, carersDay, givenToCarer, orderedVisit } from './visits'

const photo = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxMDAwMAAAAoMAQEwbh1JAAAAAElFTkSuQmCC', 'base64') }

async function carersPhone(path: string, size: 'phone' | 'narrow' = 'phone', place?: { longitude: number; latitude: number }): Promise<Page> {
  const page = await open('/carer/sign-in', size, { serviceWorkers: 'allow', permissions: place ? ['geolocation'] : [], geolocation: place })
  await signIn(page, account('carer'))
  await page.getByRole('navigation', { name: '主要页面' }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    for (let tries = 0; !navigator.serviceWorker.controller && tries < 50; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await page.goto(path)
  return page
}

async function draw(page: Page): Promise<void> {
  const box = page.getByRole('img', { name: '签字框' })
  await box.scrollIntoViewIfNeeded()
  const at = (await box.boundingBox())!
  await page.mouse.move(at.x + 30, at.y + 50)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(at.x + 30 + step * 20, at.y + 50 + (step % 2) * 60)
  await page.mouse.up()
  await page.getByRole('button', { name: '签好了' }).click()
}

describe('a visit', () => {
  it('goes on with the network cut in the middle and is one record on the server afterwards', async () => {
    const visit = await orderedVisit('CLEANING', await carersDay())
    await givenToCarer(visit)
    const { position } = await (await apiAs('county_officer')).get(`/api/elders/${visit.elderId}`)
    const page = await carersPhone('/carer/today', 'phone', { longitude: position.lng, latitude: position.lat })
    await page.getByRole('link', { name: visit.elder, exact: true }).waitFor()
    await checkPage(page)
    await shot(page, 'carer-today', true)
    await page.getByRole('link', { name: visit.elder, exact: true }).click()

    await page.getByRole('button', { name: '到了，定位签到' }).click()
    await page.getByText(/已签到$/).waitFor()
    await page.getByText('开始前先填：服务前照片').waitFor()
    await checkPage(page)
    await shot(page, 'carer-visit', true)

    await page.context().setOffline(true)
    await page.goto(`/carer/visit/${visit.id}`) // a deep link without a line
    await page.getByText(/已签到$/).waitFor()
    await page.getByLabel('拍服务前照片').setInputFiles(photo)
    await page.getByText('服务前照片 已拍').waitFor()
    await page.getByLabel('老人确认清洁范围和服务前状况').check()
    await page.getByRole('group', { name: '助洁' }).getByText('已做', { exact: true }).click()
    await page.getByLabel('拍服务后照片').setInputFiles(photo)
    await page.getByText('服务后照片 已拍').waitFor()
    await page.getByRole('button', { name: '和平时不一样' }).click()
    await page.getByRole('button', { name: '精神差' }).click()
    await page.getByText('已记下：精神差').waitFor()
    await page.getByLabel('今天的情况（可不填）').fill('厨房地面打滑，已擦干')
    await page.getByRole('button', { name: '记下', exact: true }).click()
    await draw(page)
    await page.getByText('已签字').waitFor()
    await checkPage(page)
    await shot(page, 'carer-visit-offline', true)
    await page.getByRole('button', { name: '签退，结束这一单' }).click()
    await page.getByText(/提前结束会被标记/).waitFor()
    await page.getByRole('button', { name: '确实做完了，签退' }).click()
    await page.getByRole('heading', { name: '这一单已经做完。' }).waitFor()
    await page.getByRole('link', { name: /没有网络 · 待上传 \d+/ }).waitFor()
    await checkPage(page)

    await page.getByRole('link', { name: /待上传/ }).click()
    await page.getByText(`${visit.elder} · 签退`).waitFor()
    await checkPage(page)
    await shot(page, 'carer-sync-offline', true)

    await page.context().setOffline(false)
    await page.getByRole('link', { name: '已全部上传' }).waitFor({ timeout: 30_000 })
    expect(await page.getByRole('heading', { name: /没有通过/ }).count()).toBe(0)
    await shot(page, 'carer-sync-sent', true)

    await page.reload() // sent again for nothing
    await page.getByRole('link', { name: '已全部上传' }).waitFor()
    const mine = await (await apiAs('carer')).get('/api/my/visits')
    const done = mine.visits.filter((one: any) => one.id === visit.id)
    expect(done).toHaveLength(1)
    expect(['CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED']).toContain(done[0].status)
    expect(done[0].recorded.signed).toBe(true)
    const seen = await (await apiAs('provider_dispatcher')).get(`/api/visits/${visit.id}`)
    const kinds: string[] = (seen.events ?? []).map((event: any) => event.kind)
    expect(kinds.filter((kind) => kind === 'CHECK_IN')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'CHECK_OUT')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'PHOTO')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'NOTE')).toHaveLength(1)
  })

  it('is never blocked at the door: without a position it asks for a photo and a reason', async () => {
    const visit = await orderedVisit('COMFORT', await carersDay())
    await givenToCarer(visit)
    const page = await carersPhone(`/carer/visit/${visit.id}`)
    await page.getByRole('button', { name: '到了，定位签到' }).click()
    await page.getByText('没有取到位置').waitFor()
    await page.getByRole('button', { name: '无法定位，仍要签到' }).click()
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText('请选一个原因。').waitFor()
    await page.getByLabel('为什么无法定位').selectOption('室内没有信号')
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText('请先拍一张照片；').waitFor()
    await page.getByLabel('拍照片').setInputFiles(photo)
    await checkPage(page)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText(/已签到$/).waitFor()

    await page.getByRole('group', { name: '精神慰藉' }).getByText('老人不要', { exact: true }).click()
    await page.getByLabel('精神慰藉：为什么').selectOption('老人说不需要')
    await page.getByText('老人不要：老人说不需要').waitFor()
    await checkPage(page)
    await page.getByRole('link', { name: '已全部上传' }).waitFor()
    const { visits } = await (await apiAs('carer')).get('/api/my/visits')
    expect(visits.find((one: any) => one.id === visit.id).recorded.items).toEqual([expect.objectContaining({ state: 'DECLINED', reason: '老人说不需要' })])
  })
})

describe('a visit far from the address', () => {
  it('shows the question where the eye is, and keeps a note that was typed and not put down', async () => {
    const visit = await orderedVisit('COMFORT', await carersDay())
    await givenToCarer(visit)
    const { position } = await (await apiAs('county_officer')).get(`/api/elders/${visit.elderId}`)
    const page = await carersPhone(`/carer/visit/${visit.id}`, 'phone', { longitude: position.lng, latitude: position.lat + 0.02 })
    await page.getByRole('button', { name: '到了，定位签到' }).click()
    const anyway = page.getByRole('button', { name: '就在这里，签到' })
    await anyway.waitFor()
    const covered = await anyway.evaluate((button) => {
      const at = button.getBoundingClientRect()
      return !button.contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2))
    })
    expect(covered, 'the button lies on the screen, not below it or under the tabs').toBe(false)
    await anyway.click()
    await page.getByText(/已签到$/).waitFor()
    await page.getByRole('group', { name: '精神慰藉' }).getByText('已做', { exact: true }).click()
    await page.getByLabel('走访记录').fill('老人在家')
    await page.getByRole('button', { name: '记下', exact: true }).click()
    await page.getByLabel('今天的情况（可不填）').fill('聊了半小时，想念孙女')
    await draw(page)
    await page.getByText('已签字').waitFor()
    await page.getByRole('button', { name: '签退，结束这一单' }).click()
    await page.getByRole('button', { name: '确实做完了，签退' }).click()
    await page.getByRole('heading', { name: '这一单已经做完。' }).waitFor()
    await page.getByRole('link', { name: '已全部上传' }).waitFor({ timeout: 30_000 })
    const seen = await (await apiAs('provider_dispatcher')).get(`/api/visits/${visit.id}`)
    expect((seen.events ?? []).filter((event: any) => event.kind === 'NOTE').map((event: any) => event.text)).toEqual(['聊了半小时，想念孙女'])
  })
})

describe('the phone', () => {
  it('shows the week, what changed, and warns before a sign-out with unsent work', async () => {
    const page = await carersPhone('/carer/week')
    await page.getByRole('heading', { name: '星期一' }).waitFor()
    await checkPage(page)
    await shot(page, 'carer-week', true)
    await page.goto('/carer/today')
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
    const visit = await orderedVisit('COMFORT', await carersDay())
    await givenToCarer(visit)
    await page.goto('/carer/messages')
    await page.getByText(`新增一单：${visit.elder}`).waitFor()
    await checkPage(page)
    await shot(page, 'carer-messages', true)

    await page.context().setOffline(true)
    await page.goto(`/carer/visit/${visit.id}`)
    await page.getByRole('button', { name: '无法定位，仍要签到' }).click()
    await page.getByLabel('为什么无法定位').selectOption('手机定位坏了')
    await page.getByLabel('这部手机拍不了照片').check()
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText(/已签到$/).waitFor()
    await page.goto('/carer/me')
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText(/还有 1 条记录没有上传/).waitFor()
    await checkPage(page)

    await page.context().setOffline(false)
    await page.goto(`/carer/visit/${visit.id}`)
    await page.getByText('没有定位，签到已保留，将由工作人员核实。').waitFor()
    await checkPage(page)
    await shot(page, 'carer-notice', true)
    const office = await openAs('county_officer', `/console/service/visits/${visit.id}`)
    await office.getByText('手机定位坏了；这部手机拍不了照片').waitFor()
    await office.getByText('还没有签退').waitFor()
    await checkPage(office)
  })

  it('fits a small screen at the largest text', async () => {
    const visit = await orderedVisit('COMFORT', await carersDay())
    await givenToCarer(visit)
    const page = await openAs('carer', '/carer/today', 'narrow')
    await setLooks(page, 'carer', { text: 'largest' })
    await page.getByRole('link', { name: visit.elder, exact: true }).waitFor()
    await checkPage(page)
    await shot(page, 'carer-today-narrow', true)
    await page.getByRole('link', { name: visit.elder, exact: true }).click()
    await page.getByRole('button', { name: '到了，定位签到' }).waitFor()
    await page.getByRole('button', { name: '无法定位，仍要签到' }).click()
    await checkPage(page)
    await shot(page, 'carer-visit-narrow', true)
  })
})
