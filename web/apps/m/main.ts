import '@/app/polyfills'
import '@/styles/tokens.css'
import '@/styles/base.css'
import '@/styles/phone.css'
import { start } from '@/app/start'
import App from './App.vue'
import { mRouter } from './router'

void start('m', App, mRouter)
