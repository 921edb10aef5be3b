import { onMounted, ref, watch, type Ref } from 'vue'

/** Opens and closes a native `<dialog>` with a flag; the browser keeps the focus inside and gives it back. */
export function useDialog(open: Ref<boolean>): Ref<HTMLDialogElement | null> {
  const dialog = ref<HTMLDialogElement | null>(null)
  const follow = () => {
    if (!dialog.value) return
    if (open.value && !dialog.value.open) dialog.value.showModal()
    if (!open.value && dialog.value.open) dialog.value.close()
  }
  onMounted(follow)
  watch(open, follow, { flush: 'post' })
  return dialog
}
