import { afterEach, describe, expect, it } from 'vitest'
import { aSession, network, show } from '@/testing/page'
import Accounts from './Accounts.page.vue'

const account = { id: 'x1', version: 0, username: 'hl7', displayName: '沈梅', role: 'carer', roleName: '护理员', status: 'ACTIVE', carerId: 'c1', mustChangePassword: false }

afterEach(() => (document.body.innerHTML = ''))

describe('closing the account of a carer', () => {
  it('says how many visits are still theirs, and where to write down that they leave', async () => {
    network(({ path }) => {
      if (path === '/api/accounts') return { body: { items: [account], total: 1, page: 1, size: 20, asOf: '2026-11-22T10:00:00+08:00' } }
      return path === '/api/carers/c1/visits-ahead' ? { body: { visits: 22, firstOn: '2026-11-23', lastOn: '2026-12-06' } } : undefined
    })
    const shown = await show(Accounts, {}, { session: { ...aSession, role: 'provider_dispatcher', permissions: ['account.read', 'account.write', 'workforce.write'] } })
    shown.by('button', '停用 hl7').click()
    await shown.settle()

    expect(shown.text()).toContain('还有 22 次上门派给这位护理员（到 2026-12-06）。')
    expect(shown.by('link', '去登记离职').getAttribute('href')).toContain('/registry/carers?q=')
  })

  it('says so as well of a carer who has left', async () => {
    network(({ path }) => {
      if (path === '/api/accounts') return { body: { items: [account], total: 1, page: 1, size: 20, asOf: '2026-11-22T10:00:00+08:00' } }
      return path === '/api/carers/c1/visits-ahead' ? { body: { visits: 3, firstOn: '2026-11-23', lastOn: '2026-11-25', leavesOn: '2026-11-22' } } : undefined
    })
    const shown = await show(Accounts, {}, { session: { ...aSession, role: 'provider_dispatcher', permissions: ['account.read', 'account.write', 'workforce.write'] } })
    shown.by('button', '停用 hl7').click()
    await shown.settle()

    expect(shown.text()).toContain('这位护理员已登记 2026-11-22 起离职，还有 3 次上门派给她（他）。')
    expect(() => shown.by('link', '去登记离职')).toThrow()
  })
})
