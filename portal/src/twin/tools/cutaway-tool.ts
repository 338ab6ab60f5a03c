import type {Twin} from '@hromada/twin/browser'
import type {SectionChoice} from '@hromada/twin/layers'
import type {Format} from '../../format.ts'
import {marked} from '../element.ts'
import type {ToolTexts} from './tool-texts.ts'

/** What is cut away: buildings outside a box, and a share of the ground. */
export type Cutaway = {section: SectionChoice | null; groundShare: number}

/** A box that buildings are cut to, and ground that is seen through. */
export type CutawayTool = {open(): void; set(cutaway: Cutaway): void}

/** `onCut` is told of every change that the reader makes. */
export function cutawayTool(
  root: HTMLElement,
  twin: Twin,
  {t, f, metres}: {t: ToolTexts; f: Format; metres: string},
  onCut: (cutaway: Cutaway, words: string) => void,
): CutawayTool {
  const input = (name: string) => marked(root, `section="${name}"`) as HTMLInputElement
  const [on, size, top, ground] = ['on', 'size', 'top', 'ground'].map(input) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ]
  let middle: {lon: number; lat: number} | null = null
  const change = () => {
    const cutaway = read()
    onCut(cutaway, show(cutaway))
  }
  for (const field of [on, size, top, ground]) field.addEventListener('input', change)
  input('here').addEventListener('click', () => {
    middle = null
    on.checked = true
    change()
  })

  /** What the fields say; a box that is new is in the middle of the view. */
  function read(): Cutaway {
    const {lon, lat} = middle ?? twin.orbit()
    middle = on.checked ? {lon, lat} : null
    const [sideMetres, topMetres] = [size.valueAsNumber, top.valueAsNumber]
    return {
      section: on.checked ? {lon, lat, sideMetres, topMetres} : null,
      groundShare: ground.valueAsNumber / 100,
    }
  }

  /** Cuts, and says what in words. */
  function show({section, groundShare}: Cutaway): string {
    for (const field of [size, top, ground]) {
      const output = field.closest('label')?.querySelector('output')
      if (output) output.textContent = f.number(field.valueAsNumber)
    }
    twin.section(
      section && {
        lon: section.lon,
        lat: section.lat,
        groundMetres: twin.groundAt(section.lon, section.lat),
        halfMetres: section.sideMetres / 2,
        topMetres: section.topMetres,
      },
    )
    twin.seeThroughGround(groundShare)
    const lines = [
      ...(section
        ? [t.sectionResult(f.unit(section.sideMetres, metres), f.unit(section.topMetres, metres))]
        : []),
      ...(groundShare > 0 ? [t.groundResult(f.percent(groundShare, 0))] : []),
    ]
    input('result').textContent = lines.join(' ')
    return lines.join(' ')
  }

  return {
    open: () => void show(read()),
    set(cutaway) {
      const {section, groundShare} = cutaway
      on.checked = section !== null
      middle = section && {lon: section.lon, lat: section.lat}
      if (section) {
        size.value = String(section.sideMetres)
        top.value = String(section.topMetres)
      }
      ground.value = String(Math.round(groundShare * 100))
      show(cutaway)
    },
  }
}
