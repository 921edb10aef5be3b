import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Session } from './contract'
import { api } from './http'
import { EcProblem } from './problem'
import { armSignInAgain } from './signInAgain'

/** The carer app must open without a line: it knows who signed in last, for a day. Name and ids only, no key and no health fact. */
let remembersOn = false
const NAME = 'zhiyang.session'
const KEPT_MS = 86_400_000

export function rememberSession(): void {
  remembersOn = true
}

const USERNAME = 'zhiyang.username'

function lastUsername(): string {
  try {
    return sessionStorage.getItem(USERNAME) ?? ''
  } catch {
    return ''
  }
}

function remember(session: Session | null): void {
  try {
    if (session) localStorage.setItem(NAME, JSON.stringify({ session, at: Date.now() }))
    else localStorage.removeItem(NAME)
  } catch {
    // not kept: the app then needs a line to start
  }
}

function remembered(): Session | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null') as { session: Session; at: number } | null
    return kept && Date.now() - kept.at < KEPT_MS ? kept.session : undefined
  } catch {
    return undefined
  }
}

/** Who is signed in, what they may do, and the menu the server made for them. */
export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null)
  /** The name typed last in this window, offered again when the sign-in runs out, also after a reload. */
  const username = ref(lastUsername())
  let asked: Promise<void> | undefined
  /** It is known whether somebody is signed in, or the server gave no answer: until then a page that is open to all cannot say. */
  const answered = ref(false)

  const signedIn = computed(() => current.value !== null)
  /** The account still has its one-time password: nothing else works until it is changed. */
  const mustChangePassword = computed(() => current.value?.mustChangePassword ?? false)
  const permissions = computed(() => new Set(current.value?.permissions ?? []))

  function take(session: Session | null): void {
    current.value = session
    answered.value = true
    armSignInAgain(session !== null)
    if (remembersOn) remember(session)
  }

  /** Asks the server once who is here. Nobody is no error; an unreachable server is. */
  function load(): Promise<void> {
    asked ??= (async () => {
      try {
        const { data } = await api.GET('/api/session')
        take(data ?? null)
      } catch (thrown) {
        if (!(thrown instanceof EcProblem) || thrown.status !== 401) {
          asked = undefined
          answered.value = true
          const known = remembersOn ? remembered() : undefined
          if (!known) throw thrown
          current.value = known
          armSignInAgain(true)
          return
        }
        take(null)
      }
    })()
    return asked
  }

  async function signIn(name: string, password: string): Promise<Session> {
    const { data } = await api.POST('/api/session', { body: { username: name, password } })
    const session = data!
    username.value = name
    try {
      sessionStorage.setItem(USERNAME, name)
    } catch {
      // typed again next time
    }
    asked = Promise.resolve()
    take(session)
    return session
  }

  /** Other sessions of the account end; this one goes on. */
  async function changePassword(now: string, next: string): Promise<Session> {
    const { data } = await api.PUT('/api/session/password', { body: { current: now, next } })
    take(data!)
    return data!
  }

  async function signOut(): Promise<void> {
    await api.DELETE('/api/session')
    take(null)
  }

  function may(permission: string | undefined): boolean {
    return permission === undefined || permissions.value.has(permission)
  }

  return { current, answered, username, signedIn, mustChangePassword, permissions, load, signIn, changePassword, signOut, may, take }
})
