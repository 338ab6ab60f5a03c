import type {Twin} from '@hromada/twin/browser'
import {element, marked} from '../element.ts'
import type {ToolTexts} from './tool-texts.ts'
import {mostNameLetters, mostViewpoints, type Viewpoint, viewpointStore} from './viewpoint-store.ts'

type Place = {lon: number; lat: number; name: string}

/** Places to look from: kept under a name, gone back to, and a stand beside whatever row is open. */
export function viewpointTool(
  root: HTMLElement,
  twin: Twin,
  {t}: {t: ToolTexts},
  needs: {
    city: string
    say: (text: string) => void
    /** The row that is open, where it has a place. */
    selected: () => Place | null
    /** The reader stepped onto the ground, or left it. */
    onStand: () => void
  },
): {open(): void} {
  const store = viewpointStore(needs.city, () => localStorage)
  const [list, name, said] = [
    marked(root, 'viewpoint="list"'),
    marked(root, 'viewpoint="name"') as HTMLInputElement,
    marked(root, 'viewpoint="said"'),
  ]
  name.maxLength = mostNameLetters
  let all: Viewpoint[] = []

  marked(root, 'viewpoint="keep"').addEventListener('click', keep)
  name.addEventListener('keydown', event => {
    if (event.key === 'Enter') keep()
  })
  marked(root, 'viewpoint="beside"').addEventListener('click', () => {
    const place = needs.selected()
    if (!place) return tell(t.nothingToStandAt)
    twin.walk({lon: place.lon, lat: place.lat, headingDegrees: twin.orbit().headingDegrees, pitchDegrees: 0})
    needs.onStand()
    tell(t.standsAt(place.name))
  })

  function tell(text: string): void {
    said.textContent = text
    needs.say(text)
  }

  function keep(): void {
    if (all.length >= mostViewpoints) {
      tell(t.viewpointsFull(String(mostViewpoints)))
      return
    }
    const stand = twin.standing()
    const called = name.value.trim() || t.viewpoint(String(all.length + 1))
    all = [...all, stand ? {name: called, stand} : {name: called, view: twin.orbit()}]
    const isKept = store.keep(all)
    name.value = ''
    draw()
    tell(isKept ? t.viewpointKept(called) : t.viewpointNotKept(called))
  }

  function go(one: Viewpoint): void {
    if ('stand' in one) twin.walk(one.stand)
    else twin.goTo(one.view)
    needs.onStand()
    tell(t.viewpointShown(one.name))
  }

  function draw(): void {
    list.replaceChildren(
      ...all.map((one, index) => {
        const shown = element('button', {type: 'button', 'data-viewpoint': String(index)}, one.name)
        shown.addEventListener('click', () => go(one))
        const remove = element(
          'button',
          {type: 'button', 'aria-label': t.removeViewpoint(one.name)},
          t.removeShort,
        )
        remove.addEventListener('click', () => {
          all = all.toSpliced(index, 1)
          store.keep(all)
          draw()
          // The keyboard goes on where it was.
          const next = list.querySelectorAll('button')[Math.min(index, all.length - 1) * 2]
          ;(next ?? name).focus()
          tell(t.viewpointRemoved(one.name))
        })
        return element('li', {}, shown, remove)
      }),
    )
  }

  return {
    open() {
      all = store.all()
      draw()
    },
  }
}
