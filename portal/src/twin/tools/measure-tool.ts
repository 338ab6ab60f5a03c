import type {Twin} from '@hromada/twin/browser'
import {type MeasurePoint, measureArea, measureLine} from '@hromada/twin/layers'
import type {Format} from '../../format.ts'
import {marked} from '../element.ts'
import {saveFile} from './save-file.ts'
import type {ToolTexts} from './tool-texts.ts'

type Kind = 'line' | 'area' | 'height'
type Words = {t: ToolTexts; f: Format; metres: string; kilometres: string}

/** Measuring between points of the canvas; results are text. `onOpen` and `onClose` belong to the strip. */
export function measureTool(
  root: HTMLElement,
  twin: Twin,
  words: Words,
  say: (text: string) => void,
): {open(): void; close(): void} {
  let points: MeasurePoint[] = []
  let kind: Kind = 'line'
  const kinds = [...root.querySelectorAll<HTMLElement>('[data-twin-kind]')]
  for (const button of kinds)
    button.addEventListener('click', () => {
      kind = button.dataset.twinKind as Kind
      for (const one of kinds) one.setAttribute('aria-pressed', String(one === button))
      set([])
    })
  const press = (name: string, onClick: () => void) =>
    marked(root, `measure="${name}"`).addEventListener('click', onClick)
  press('here', () => twin.pickCentre())
  press('undo', () => set(points.slice(0, -1)))
  press('clear', () => set([]))
  press('csv', () => saveFile(`${words.t.fileName}.csv`, new Blob([csvOf(points)], {type: 'text/csv'})))

  function set(next: MeasurePoint[]): void {
    points = next
    twin.drawMeasure(points, kind === 'area')
    const text = measureWords(kind, points, words)
    marked(root, 'measured').textContent = text
    say(text)
  }

  return {
    open() {
      root.dataset.twinMeasuring = ''
      // A height is between two points: a third begins the next.
      twin.measure(point => set(kind === 'height' && points.length === 2 ? [point] : [...points, point]))
      twin.drawMeasure(points, kind === 'area')
    },
    close() {
      delete root.dataset.twinMeasuring
      twin.measure(null)
      twin.drawMeasure([], false)
    },
  }
}

/** What points measure, as a sentence. */
export function measureWords(kind: Kind, points: MeasurePoint[], words: Words): string {
  const {t, f} = words
  if (points.length === 0) return t.noPoints
  if (points.length === 1) return t.onePoint
  const count = f.count(points.length, t.points)
  if (kind === 'area') {
    const {squareMetres, perimeterMetres} = measureArea(points)
    const area =
      squareMetres < 100_000
        ? f.unit(squareMetres, t.metresSquared)
        : f.unit(squareMetres / 10_000, t.hectares, 1)
    return t.areaResult(area, lengthWords(perimeterMetres, words), count)
  }
  const {groundMetres, airMetres, riseMetres} = measureLine(points)
  const rise = `${f.signed(riseMetres, 1)}\u00a0${words.metres}`
  if (kind === 'height') {
    const [from, to] = [points[0]!, points[points.length - 1]!]
    const height = (metres: number) => f.unit(metres, words.metres, 1)
    return t.heightResult(rise, height(from.heightMetres), height(to.heightMetres))
  }
  return t.lineResult(lengthWords(groundMetres, words), lengthWords(airMetres, words), rise, count)
}

const lengthWords = (metres: number, {f, metres: m, kilometres}: Words) =>
  metres < 2000 ? f.unit(metres, m, 1) : f.unit(metres / 1000, kilometres, 2)

const csvOf = (points: MeasurePoint[]) =>
  [
    'lon,lat,height_m',
    ...points.map(({lon, lat, heightMetres}) =>
      [lon.toFixed(7), lat.toFixed(7), heightMetres.toFixed(2)].join(),
    ),
  ]
    .join('\n')
    .concat('\n')
