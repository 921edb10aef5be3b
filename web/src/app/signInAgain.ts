import { ref } from 'vue'

/** True while the sign-in overlay asks; the page below stays as it is. */
export const asking = ref(false)
let armed = false
let waiting: ((signedIn: boolean) => void)[] = []

/** An app with a signed-in person turns this on; before the first sign-in a 401 simply means "nobody yet". */
export function armSignInAgain(on: boolean): void {
  armed = on
}

/** Asks in place; several calls that fail together share one question. False: nobody to ask, or the person gave up. */
export function signInAgain(): Promise<boolean> {
  if (!armed) return Promise.resolve(false)
  asking.value = true
  return new Promise((resolve) => waiting.push(resolve))
}

export function answerSignInAgain(signedIn: boolean): void {
  asking.value = false
  const asked = waiting
  waiting = []
  for (const resolve of asked) resolve(signedIn)
}
