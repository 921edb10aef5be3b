/** The small components that only show: what a person reads, and that a screen reader gets it too. */
import { describe, expect, it } from 'vitest'
import { accessible, show } from '@/testing/page'
import EcChart from './EcChart/EcChart.vue'
import EcErrorSummary from './EcErrorSummary/EcErrorSummary.vue'
import EcLevel from './EcLevel/EcLevel.vue'
import EcMoney from './EcMoney/EcMoney.vue'
import EcRating from './EcRating/EcRating.vue'
import EcStatusTag from './EcStatusTag/EcStatusTag.vue'
import EcSteps from './EcSteps/EcSteps.vue'
import EcTimeline from './EcTimeline/EcTimeline.vue'
import { classOf } from './EcMap/draw'

describe('what components show', () => {
  it('EcLevel: four blocks and the word for SEVERE, a word for none', async () => {
    const shown = await show(EcLevel, { level: 'SEVERE' })
    expect(document.querySelectorAll('.full')).toHaveLength(4)
    expect(shown.text()).toContain('重度失能')
    await accessible()
    expect((await show(EcLevel, {})).text()).toContain('未评估')
  })

  it('EcMoney: exact fen, and large sums with the exact value beside', async () => {
    expect((await show(EcMoney, { fen: 128_000 })).text()).toBe('¥1,280.00')
    expect((await show(EcMoney, { fen: 3_261_512_345, large: true })).text()).toContain('3,261.5 万元')
    expect((await show(EcMoney, { fen: 3_261_512_345, large: true })).text()).toContain('¥32,615,123.45')
  })

  it('EcStatusTag: a shape beside the word unless the word is all', async () => {
    await show(EcStatusTag, { text: '超期', tone: 'danger' })
    expect(document.querySelector('svg')).not.toBeNull()
    await accessible()
  })

  it('EcSteps: says in words what the line shows, and where we are', async () => {
    const shown = await show(EcSteps, { label: '进度', steps: [{ key: 'a', label: '已受理', state: 'done' }, { key: 'b', label: '评估中', state: 'now' }, { key: 'c', label: '公示', state: 'later' }] })
    expect(document.querySelector('[aria-current=step]')!.textContent).toContain('评估中')
    expect(shown.text()).toContain('已完成')
    await accessible()
  })

  it('EcTimeline: newest day first, every entry leads to its record', async () => {
    const shown = await show(EcTimeline, { label: '经历', entries: [{ id: '1', at: '2026-11-01T09:00:00+08:00', title: '登记需求', to: '/need/1' }, { id: '2', at: '2026-11-20T10:30:00+08:00', title: '上门助浴' }] })
    expect([...document.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual(['2026-11-20', '2026-11-01'])
    expect(shown.by('link', '登记需求').getAttribute('href')).toBe('/need/1')
    await accessible()
  })

  it('EcRating: five buttons in words, the best first', async () => {
    const shown = await show(EcRating, { legend: '这次服务怎么样', name: 'rating', modelValue: undefined })
    ;(shown.by('radio', /^满意/) as HTMLInputElement).click()
    expect(shown.wrapper.emitted('update:modelValue')).toEqual([[4]])
    await accessible()
  })

  it('EcErrorSummary: counts what to change and leads to the field', async () => {
    const field = document.createElement('input')
    field.id = 'f-phone'
    field.setAttribute('aria-label', '手机号')
    const shown = await show(EcErrorSummary, { form: 'f', errors: [{ field: 'phone', sentence: '手机号是 11 位数字，请再看一遍' }] })
    document.querySelector('main')!.append(field)
    shown.by('link', '手机号是 11 位数字，请再看一遍').click()
    expect(document.activeElement).toBe(field)
    await accessible()
  })

  it('EcChart: the sentence is there without the picture, and the table on demand', async () => {
    const shown = await show(EcChart, { title: '申请', sentence: '11月申请 450 件，比上月多 15%', labelsName: '月份', labels: ['10月', '11月'], series: [{ name: '件数', values: [391, null] }], unit: '件' })
    expect(shown.text()).toContain('11月申请 450 件')
    if (!document.querySelector('table')) shown.by('button', '看数据').click()
    await shown.settle()
    expect(shown.text()).toContain('391')
    expect(shown.text()).toContain('暂无')
    await accessible()
  })

  it('EcMap: one very large place leaves the others their own shades', () => {
    const values = [1, 2, 3, 4, 1000]
    expect(values.map((value) => classOf(value, values))).toEqual([0, 1, 2, 3, 4])
    expect(classOf(5, [5])).toBe(0)
  })
})
