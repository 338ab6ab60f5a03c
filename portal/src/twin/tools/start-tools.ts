import type {Twin} from '@hromada/twin/browser'
import type {Orbit, Stand} from '@hromada/twin/layers'
import type {Format} from '../../format.ts'
import {marked} from '../element.ts'
import type {ToolState} from '../page.ts'
import type {TwinSetup} from '../setup.ts'
import type {TwinTexts} from '../texts.ts'
import {cutawayTool} from './cutaway-tool.ts'
import {drawPicture, type PictureWords} from './draw-picture.ts'
import {measureTool} from './measure-tool.ts'
import {saveFile} from './save-file.ts'
import {sunTool} from './sun-tool.ts'
import {toolTextsIn} from './tool-texts.ts'
import {viewpointTool} from './viewpoint-tool.ts'

type Needs = {
  setup: TwinSetup
  twin: Twin
  home: Orbit
  t: TwinTexts
  f: Format
  say: (text: string) => void
  /** Legends of what is shown, with colours as CSS writes them. */
  legends: () => PictureWords['legends']
  colour: (variable: string) => string
  /** Called with what the reader changed. */
  onChange: (change: Partial<ToolState>) => void
  /** The row that is open, where it has a place. */
  selected: () => {lon: number; lat: number; name: string} | null
  /** The reader stepped onto the ground or left it. */
  onStand: () => void
}

/** What the page may ask of the tools. */
export type Tools = {
  /** Puts sun, box, ground and whoever stands on it as a view has them. */
  set(state: ToolState & {stand: Stand | null}): void
  /** A sheet with the picture as it is now, its scale, legends and sources. */
  picture(): Promise<HTMLCanvasElement>
}

/** Brings the strip under the canvas to life, once there is a canvas. */
export function startTools(root: HTMLElement, needs: Needs): Tools {
  const {setup, twin, home, t, f, say} = needs
  const words = {t: toolTextsIn(setup.lang), f, metres: t.metres, kilometres: t.kilometres}
  const [west, south, east, north] = setup.city.bbox
  const middle = {lon: (west + east) / 2, lat: (south + north) / 2}
  let sunLine: string | null = null
  // What a link or a slide sets is not told back.
  let isSetting = false
  const sun = sunTool(root, twin, middle, setup.zone, words, (instant, text) => {
    sunLine = instant === null ? null : `${f.moment(new Date(instant).toISOString())}. ${text}`
    if (isSetting) return
    say(text)
    needs.onChange({sunAt: instant})
  })
  const cutaway = cutawayTool(root, twin, words, (change, text) => {
    say(text)
    needs.onChange(change)
  })
  const tools: Record<string, {open(): void; close?(): void}> = {
    measure: measureTool(root, twin, words, say),
    sun,
    cutaway,
    viewpoints: viewpointTool(root, twin, words, {
      city: setup.city.id,
      say,
      selected: needs.selected,
      onStand() {
        setMode(twin.standing() ? 'walk' : 'fly')
        needs.onStand()
      },
    }),
  }

  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-twin-tool]')]
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-twin-strip] button'))
    button.disabled = false
  for (const button of buttons)
    button.addEventListener('click', () => {
      const opens = button.getAttribute('aria-expanded') === 'false'
      for (const other of buttons) toggle(other, other === button && opens)
    })

  function toggle(button: HTMLElement, isOpen: boolean): void {
    const name = button.dataset.twinTool!
    const wasOpen = button.getAttribute('aria-expanded') === 'true'
    if (isOpen === wasOpen) return
    button.setAttribute('aria-expanded', String(isOpen))
    marked(root, `tool-panel="${name}"`).hidden = !isOpen
    if (isOpen) tools[name]!.open()
    else tools[name]!.close?.()
  }

  const modes = [...root.querySelectorAll<HTMLElement>('[data-twin-mode]')]
  const setMode = (mode: string) => {
    for (const one of modes) one.setAttribute('aria-pressed', String(one.dataset.twinMode === mode))
  }
  for (const button of modes)
    button.addEventListener('click', () => {
      const mode = button.dataset.twinMode!
      setMode(mode)
      twin.walk(mode === 'walk' ? 'here' : null)
      if (mode === 'plan') twin.move({move: 'top'})
      if (mode === 'fly' && twin.orbit().pitchDegrees < -80)
        twin.goTo({...twin.orbit(), pitchDegrees: home.pitchDegrees})
      say(mode === 'walk' ? words.t.walking : mode === 'plan' ? words.t.planned : words.t.flying)
      needs.onStand()
    })
  // To see the whole city is to fly.
  for (const button of root.querySelectorAll('[data-twin-move*="home"]'))
    button.addEventListener('click', () => setMode('fly'))
  for (const button of root.querySelectorAll('[data-twin-move*="top"]'))
    button.addEventListener('click', () => setMode('plan'))

  marked(root, 'picture').addEventListener('click', () => void savePicture())

  async function savePicture(): Promise<void> {
    say(words.t.picturing)
    const sheet = await picture()
    const file = await new Promise<Blob | null>(resolve => sheet.toBlob(resolve, 'image/png'))
    if (file) saveFile(`${words.t.pictureName}-${setup.city.id}.png`, file)
    say(file ? words.t.pictured : words.t.pictureFailed)
  }

  async function picture(): Promise<HTMLCanvasElement> {
    await document.fonts.ready
    const look = {
      paper: needs.colour('--paper'),
      ink: needs.colour('--ink'),
      muted: needs.colour('--ink-2'),
      accent: needs.colour('--accent'),
      attention: needs.colour('--attention'),
      zenith: needs.colour('--twin-zenith'),
      haze: needs.colour('--twin-ground'),
    }
    const sources = [...new Set(setup.layers.flatMap(({attribution}) => attribution))]
    return drawPicture(
      {...twin.picture(), headingDegrees: twin.orbit().headingDegrees},
      {
        title: setup.city.name,
        lines: [
          words.t.release(f.date(setup.release.createdAt)),
          setup.release.id,
          ...(sunLine ? [sunLine] : []),
        ],
        sources: `${words.t.sources}: ${sources.join('; ')}`,
        demo: setup.city.isDemo ? words.t.demo : null,
        north: words.t.northLetter,
        scaleNote: words.t.scaleNote,
        legends: needs.legends(),
        length: metres => (metres < 1000 ? f.unit(metres, t.metres) : f.unit(metres / 1000, t.kilometres)),
      },
      look,
    )
  }

  return {
    picture,
    set({sunAt, section, groundShare, stand}) {
      isSetting = true
      sun.set(sunAt)
      isSetting = false
      cutaway.set({section, groundShare})
      if (stand || twin.standing()) {
        setMode(stand ? 'walk' : 'fly')
        twin.walk(stand)
      }
    },
  }
}
