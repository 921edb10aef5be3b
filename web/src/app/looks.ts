import { reactive, watch } from 'vue'

/** How a person wants to see the app; kept on the device so that the first paint is already right. */
export interface Looks {
  theme: 'light' | 'dark' | 'system'
  /** Console 14 16 18, carer 18 20 24, m 20 24 32: the app's own steps. */
  text: 'normal' | 'large' | 'largest'
  contrast: 'normal' | 'high'
  density: 'standard' | 'compact'
}

const PLAIN: Looks = { theme: 'light', text: 'normal', contrast: 'normal', density: 'standard' }
export const looks = reactive<Looks>({ ...PLAIN })

/** Call once before mounting; `app` keeps the apps of one device apart. */
export function installLooks(app: string): void {
  const name = `zhiyang.looks.${app}`
  try {
    Object.assign(looks, JSON.parse(localStorage.getItem(name) ?? '{}'))
  } catch {
    Object.assign(looks, PLAIN)
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const root = document.documentElement
    const isDark = looks.theme === 'dark' || (looks.theme === 'system' && dark.matches)
    root.classList.toggle('dark', isDark)
    root.dataset.text = looks.text
    root.dataset.contrast = looks.contrast
    root.dataset.density = looks.density
  }
  dark.addEventListener?.('change', apply)
  watch(
    looks,
    () => {
      apply()
      try {
        localStorage.setItem(name, JSON.stringify(looks))
      } catch {
        // kept for this visit only
      }
    },
    { immediate: true },
  )
}
