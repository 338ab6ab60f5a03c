import type {Twin} from '@hromada/twin/browser'
import type {ItemKey} from '@hromada/twin/layers'
import {nameOf} from './card.ts'
import {marked} from './element.ts'
import type {Page} from './page.ts'
import type {Selection} from './selection.ts'

const restMilliseconds = 90

/** What is said of what lies under the pointer or the cross-hair, before anything is opened. */
export type Hover = {
  /** After the view came to rest: names what is under the cross-hair, aloud too, behind what else there is to say. */
  rest(saying: string): void
}

/**
 * A name beside the pointer where it rests on something that can be opened, and below the cross-hair where the canvas has
 * the keyboard. It goes when anything moves, and takes no clicks; `signal` says that the canvas is gone.
 */
export function listenForHover(
  page: Page,
  twin: Twin,
  {find}: Pick<Selection, 'find'>,
  signal: AbortSignal,
): Hover {
  const {root, host, setup, store, t, f, say} = page
  const label = marked(root, 'hover')
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function hide(): void {
    asked++
    clearTimeout(timer)
    label.hidden = true
    host.classList.remove('is-over')
  }

  /** The name of what is there; empty where nothing can be opened. */
  async function nameAt(where: {x: number; y: number} | 'centre'): Promise<string> {
    const under = await twin.under(where)
    if (!under) return ''
    if ('count' in under) return f.count(under.count, t.objects)
    const found = find(under)
    return found ? titleOf(found) : ''
  }

  function titleOf({layer, key}: ItemKey): string {
    const item = store.visible(layer).items.find(one => one.key === key)
    const title = setup.layers.find(({table}) => table === layer)?.title ?? ''
    return `${nameOf(item ?? {name: '', key})} · ${title}`
  }

  /** Asks, and shows the answer unless something moved meanwhile. */
  async function show(where: {x: number; y: number} | 'centre'): Promise<string> {
    const turn = ++asked
    const name = await nameAt(where)
    if (turn !== asked || name === '') return ''
    const {clientWidth: width, clientHeight: height} = host
    const at = where === 'centre' ? {x: width / 2, y: height / 2 + 8} : where
    label.textContent = name
    label.hidden = false
    // To the left of the pointer where there is no room to its right, and above it at the foot.
    const [wide, high] = [label.offsetWidth, label.offsetHeight]
    label.style.left = `${Math.max(4, at.x + 14 + wide < width ? at.x + 14 : at.x - 14 - wide)}px`
    label.style.top = `${at.y + 18 + high < height ? at.y + 18 : at.y - 8 - high}px`
    host.classList.toggle('is-over', where !== 'centre')
    return name
  }

  host.addEventListener(
    'pointermove',
    event => {
      hide()
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return
      const {left, top} = host.getBoundingClientRect()
      const place = {x: event.clientX - left, y: event.clientY - top}
      timer = setTimeout(() => void show(place), restMilliseconds)
    },
    {signal},
  )
  for (const name of ['pointerleave', 'pointerdown', 'wheel', 'keydown', 'blur'])
    host.addEventListener(name, hide, {passive: true, signal})
  signal.addEventListener('abort', hide)

  return {
    rest(saying) {
      hide()
      say(saying)
      if (!host.matches(':focus-visible')) return
      void show('centre').then(name => name && say(`${saying} ${t.underCross(name)}`))
    },
  }
}
