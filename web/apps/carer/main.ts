import '@/app/polyfills'
import '@/styles/tokens.css'
import '@/styles/base.css'
import '@/styles/phone.css'
import { rememberSession } from '@/app/session'
import { start } from '@/app/start'
import { keepOnPhone } from '@/app/update'
import App from './App.vue'
import { carerRouter } from './router'

rememberSession()
void start('carer', App, carerRouter).then(keepOnPhone)
