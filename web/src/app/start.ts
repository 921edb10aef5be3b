import { createPinia } from 'pinia'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { useCity } from './city'
import { installLooks } from './looks'
import { problemOf } from './problem'
import { setTitle, startProblem } from './router'

/** Begins an app: looks before the first paint, the city's brand beside the first page, then the pages. */
export async function start(app: string, root: Component, routerWith: () => Router): Promise<void> {
  document.documentElement.dataset.app = app
  installLooks(app)
  const vue = createApp(root)
  vue.use(createPinia())
  vue.use(routerWith())
  const city = useCity()
  try {
    await city.load()
    setTitle('', city.city?.brandName ?? '')
  } catch (thrown) {
    if (app !== 'carer') startProblem.value = await problemOf(thrown) // the carer app works without a line
  }
  vue.mount('#app')
}
