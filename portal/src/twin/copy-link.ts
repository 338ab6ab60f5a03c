import {element, marked} from './element.ts'
import type {ShareTexts} from './share-texts.ts'

/** The button that copies the page's address, and the field to copy it from by hand where a browser does not let us. */
export function listenForCopy(root: Element, texts: ShareTexts, say: (text: string) => void): void {
  const [button, said] = [marked(root, 'copy'), marked(root, 'copied')]
  button.addEventListener('click', async () => {
    const copied = await copy(location.href)
    const text = copied ? texts.copied : texts.copyByHand
    said.replaceChildren(text)
    say(text)
    if (copied) return
    const field = element('input', {type: 'text', readonly: '', 'aria-label': texts.address})
    field.value = location.href
    said.append(field)
    field.select()
  })
}

/** The clipboard is there only where the page came over a safe connection and the reader allows it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
