import '@/styles/tokens.css'
import '@/styles/base.css'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/styles/element.css'
import '@/styles/print.css'
import { start } from '@/app/start'
import { consoleRouter } from './router'
import App from './App.vue'

void start('console', App, consoleRouter)
