import { onBeforeUnmount, ref } from 'vue'

/** Reads the page with the device's own voice. `offered` is false where the device has none: then there is no button. */
export function useReadAloud(): { offered: boolean; reading: ReturnType<typeof ref<boolean>>; toggle: () => void } {
  const offered = typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'
  const reading = ref<boolean | undefined>(false)

  function stop(): void {
    if (offered) speechSynthesis.cancel()
    reading.value = false
  }

  function toggle(): void {
    if (reading.value) {
      stop()
      return
    }
    const text = document.querySelector<HTMLElement>('main')?.innerText ?? ''
    const words = new SpeechSynthesisUtterance(text.replace(/\n+/g, '。'))
    words.lang = 'zh-CN'
    words.rate = 0.85
    words.onend = stop
    words.onerror = stop
    reading.value = true
    speechSynthesis.speak(words)
  }

  onBeforeUnmount(stop)
  return { offered, reading, toggle }
}
