import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig, type UserConfig } from 'vite'
import { precache } from './build/precache'

/** Each app is built alone with its own base, so none can pull another's files in. */
export const APPS = ['console', 'carer', 'm', 'screen'] as const
export type App = (typeof APPS)[number]

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Parts that change more rarely than our pages, so browsers keep them over releases. */
const VENDOR: Record<string, RegExp> = {
  vue: /node_modules[\\/](@vue|vue|vue-router|pinia)[\\/]/,
  echarts: /node_modules[\\/](echarts|zrender)[\\/]/,
  leaflet: /node_modules[\\/]leaflet[\\/]/,
}

export function configFor(app: App): UserConfig {
  const phone = app === 'm' || app === 'carer'
  return {
    root: at(`./apps/${app}`),
    base: `/${app}/`,
    publicDir: at(`./public/${app}`),
    cacheDir: at(`./node_modules/.vite/${app}`),
    resolve: { alias: { '@': at('./src') } },
    plugins: [
      vue(),
      app === 'console' && Components({ dirs: [], dts: at('./src/components.d.ts'), resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
      app === 'carer' && precache('/carer/', at('./public/carer'), at('./build/sw.template.js')),
    ],
    build: {
      outDir: at(`./dist/${app}`),
      emptyOutDir: true,
      manifest: true,
      target: phone ? ['chrome64', 'safari12'] : ['chrome87', 'safari14'],
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: Object.entries(VENDOR).map(([name, test]) => ({ name, test })) } } },
    },
    server: {
      port: Number(process.env.PORT ?? 5300),
      fs: { allow: [at('.')] },
      proxy: { '/api': process.env.API ?? 'http://127.0.0.1:8080' },
    },
  }
}

export default defineConfig(() => configFor((process.env.APP as App | undefined) ?? 'console'))
