import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { EcProblem } from '@/app/problem'
import { accessible, show } from '@/testing/page'
import EcConfirm from './EcConfirm.vue'

const props = { open: true, title: '停发补贴', text: '从下个月起不再发放。', verb: '停发 王秀兰 的补贴' }

describe('EcConfirm', () => {
  it('carries verb and object on the button and closes when it is done', async () => {
    const act = vi.fn(async () => {})
    const shown = await show(EcConfirm, { ...props, act })
    shown.by('button', '停发 王秀兰 的补贴').click()
    await shown.settle()
    expect(act).toHaveBeenCalledOnce()
    expect(shown.wrapper.emitted('close')).toEqual([[true]])
    await accessible()
  })

  it('stays open and says why when it was refused', async () => {
    const act = async () => {
      throw await EcProblem.of({ type: '/problems/web/stale' }, 409)
    }
    const shown = await show(EcConfirm, { ...props, act })
    shown.by('button', '停发 王秀兰 的补贴').click()
    await vi.waitFor(() => expect(shown.by('alert').textContent).toContain('别人刚改过这条记录'))
    expect(shown.wrapper.emitted('close')).toBeUndefined()
  })

  it('names the fields of its form that were refused', async () => {
    const act = async () => {
      throw await EcProblem.of({ type: '/problems/web/invalid', errors: [{ field: 'note', code: 'required' }] }, 400)
    }
    const shown = await show(EcConfirm, { ...props, act }, { slots: { default: () => h('label', { for: 'accept-note' }, '经过') } })
    shown.by('button', props.verb).click()
    await vi.waitFor(() => expect(shown.by('alert').textContent).toMatch(/^经过：./))
  })

  it('does it once for two quick presses', async () => {
    const act = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 5)))
    const shown = await show(EcConfirm, { ...props, act })
    shown.by('button', props.verb).click()
    shown.by('button', props.verb).click()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(act).toHaveBeenCalledOnce()
  })
})
