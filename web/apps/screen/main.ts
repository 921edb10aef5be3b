import '@/styles/tokens.css'
import '@/styles/base.css'
import '@/styles/screen.css'
import { start } from '@/app/start'
import App from './App.vue'
import { screenRouter } from './router'

void start('screen', App, screenRouter)
