import { describe, expect, it } from 'vitest'
import { accessible, network, show, type Answer, type Asked } from '@/testing/page'
import EcListPage from './EcListPage.vue'
import type { ListColumn, ListFilter } from './types'

interface Visit {
  id: string
  name: string
  minutes: number
}
const columns: ListColumn<Visit>[] = [
  { key: 'name', label: '姓名', sort: 'name', text: (row) => row.name },
  { key: 'minutes', label: '时长', align: 'right', text: (row) => String(row.minutes) },
  { key: 'hidden', label: '备注', hidden: true, text: () => '藏着' },
]
const filters: ListFilter[] = [
  { key: 'q', label: '姓名', kind: 'text', first: true },
  { key: 'state', label: '状态', kind: 'select', options: [{ value: 'DONE', label: '完成' }] },
]
const rows = [
  { id: '1', name: '王秀兰', minutes: 40 },
  { id: '2', name: '李建国', minutes: 55 },
]
const page = { items: rows, total: 45, page: 1, size: 20, asOf: '2026-11-22T14:30:00+08:00' }
const served = (list: Answer) => (asked: Asked) => (asked.path === '/api/visits' ? list : undefined)
const props = { id: 'visits', title: '上门记录', source: '/api/visits', columns, filters, sort: '-startedAt' }
const lists = (asked: Asked[]) => asked.filter(({ path }) => path === '/api/visits')

describe('EcListPage', () => {
  it('shows the rows, how many there are, and the moment they were read', async () => {
    network(served({ body: page }))
    const shown = await show(EcListPage, props)
    expect(shown.by('heading', /上门记录/).textContent).toContain('共 45 条')
    expect(shown.text()).toContain('王秀兰')
    expect(shown.text()).toContain('2026-11-22 14:30')
    expect(shown.text()).not.toContain('藏着')
    await accessible()
  })

  it('reads filters, sort and page from the address', async () => {
    const asked = network(served({ body: page }))
    await show(EcListPage, props, { path: '/?q=王&page=2&size=50&sort=name&other=1' })
    expect(Object.fromEntries(lists(asked)[0]!.query)).toEqual({ q: '王', page: '2', size: '50', sort: 'name' })
  })

  it('writes a search into the address and starts at the first page again', async () => {
    const asked = network(served({ body: page }))
    const shown = await show(EcListPage, props, { path: '/?page=3' })
    const name = shown.by('textbox', '姓名') as HTMLInputElement
    name.value = ' 李 '
    name.dispatchEvent(new Event('input'))
    document.querySelector('form')!.dispatchEvent(new Event('submit'))
    await shown.settle()
    expect(shown.router.currentRoute.value.fullPath).toBe('/?q=%E6%9D%8E')
    expect(lists(asked).at(-1)!.query.get('page')).toBe('1')
  })

  it('keeps what only an address can ask, says so, and lets it go', async () => {
    const asked = network(served({ body: page }))
    const shown = await show(EcListPage, { ...props, filters: [...filters, { key: 'elder', label: '这位老人的', kind: 'link' }] }, { path: '/?elder=e1' })
    expect(lists(asked)[0]!.query.get('elder')).toBe('e1')
    expect(shown.text()).toContain('只看这位老人的')
    await accessible()
    shown.by('button', '看全部').click()
    await shown.settle()
    expect(lists(asked).at(-1)!.query.has('elder')).toBe(false)
    expect(shown.text()).not.toContain('只看这位老人的')
  })

  it('turns the sort round on the second press', async () => {
    network(served({ body: page }))
    const shown = await show(EcListPage, props)
    shown.by('button', /^姓名/).click()
    await shown.settle()
    expect(shown.router.currentRoute.value.query.sort).toBe('name')
    shown.by('button', /^姓名/).click()
    await shown.settle()
    expect(shown.router.currentRoute.value.query.sort).toBe('-name')
  })

  it('says why it is empty and what to do', async () => {
    network(served({ body: { ...page, items: [], total: 0 } }))
    const shown = await show(EcListPage, { ...props, empty: '还没有上门记录。', emptyHint: '换个日期再查。' })
    expect(shown.text()).toContain('还没有上门记录。')
    expect(shown.text()).toContain('换个日期再查。')
    await accessible()
  })

  it('keeps the old rows and offers to try again when reading fails', async () => {
    let fails = false
    network(({ path }) => (path !== '/api/visits' ? undefined : fails ? { status: 500, body: { type: '/problems/web/fault', title: '', status: 500, faultId: 'F7' } } : { body: page }))
    const shown = await show(EcListPage, props)
    fails = true
    await shown.router.push('/?page=2')
    await shown.settle()
    expect(shown.by('alert').textContent).toContain('F7')
    expect(shown.text()).toContain('王秀兰')
    fails = false
    shown.by('button', '重试').click()
    await shown.settle()
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it('says whom to ask when the page is not allowed', async () => {
    network(served({ status: 403, body: { type: '/problems/access/forbidden', title: '', status: 403 } }))
    const shown = await show(EcListPage, props)
    expect(shown.by('alert').textContent).toContain('管理员')
    expect(document.querySelector('table')).toBeNull()
    await accessible()
  })

  it('selects the page, then every row of the query', async () => {
    network(served({ body: page }))
    const shown = await show(EcListPage, { ...props, selectable: true, rowName: (row: Visit) => row.name })
    shown.by('checkbox', '选中本页').click()
    await shown.settle()
    expect(shown.text()).toContain('已选 2 条')
    shown.by('button', '选中全部 45 条').click()
    await shown.settle()
    expect(shown.text()).toContain('已选 45 条')
    await accessible()
  })

  it('stores the columns a person wants and shows them', async () => {
    const asked = network(({ path, method }) => (path === '/api/visits' ? { body: page } : method === 'PUT' ? { status: 204 } : undefined))
    const shown = await show(EcListPage, props)
    shown.by('button', '列设置').click()
    await shown.settle()
    shown.by('checkbox', '备注').click()
    await shown.settle()
    expect(shown.text()).toContain('藏着')
    const stored = asked.find(({ method }) => method === 'PUT')!
    expect(stored.path).toBe('/api/preferences/list.visits')
    expect(stored.body).toEqual({ columns: ['minutes', 'hidden'] })
    expect(stored.key).toMatch(/^[0-9a-f-]{36}$/)
  })
})
