import type {Text} from '../../../../src/index.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Character} from '../../world/ground/plan/character.ts'

/** What a gauge measures: the level of some water, or rain. */
export type GaugeKind = 'reservoir' | 'river' | 'stream' | 'sea' | 'rain'

export type Gauge = {
  id: string
  kind: GaugeKind
  /** Where it stands. */
  name: Text
  /** Where it is looked for in the plan, metres. */
  spot: Point
  /** Levels above its zero at which people are told to take care, and to leave. Rain gauges have none. */
  attentionCm: number | null
  dangerCm: number | null
  /** The ravine whose stream it is; `drain` is its name where the city has no such ravine and a pipe took its place. */
  ravine: {id: keyof Character['ravines']; drain: Text} | null
}

/** What the gauge is called in a city with these ravines. */
export const gaugeName = ({name, ravine}: Gauge, ravines: Character['ravines']): Text =>
  ravine && !ravines[ravine.id] ? ravine.drain : name

type Thresholds = readonly [attentionCm: number, dangerCm: number]

const level = (
  id: string,
  kind: GaugeKind,
  uk: string,
  en: string,
  spot: Point,
  [attentionCm, dangerCm]: Thresholds,
): Gauge => ({id, kind, name: {uk, en}, spot, attentionCm, dangerCm, ravine: null})

const stream = (
  id: string,
  ravine: keyof Character['ravines'],
  [uk, drainUk]: [string, string],
  [en, drainEn]: [string, string],
  spot: Point,
  thresholds: Thresholds,
): Gauge => ({
  ...level(id, 'stream', uk, en, spot, thresholds),
  ravine: {id: ravine, drain: {uk: drainUk, en: drainEn}},
})

/** The twelve level gauges, the river's from the dam to the sea. */
export const levelGauges: Gauge[] = [
  level(
    'WL-01',
    'reservoir',
    'водосховище, верхній б’єф',
    'reservoir, above the dam',
    [4900, 6720],
    [360, 395],
  ),
  level('WL-02', 'river', 'річка, нижній б’єф', 'river, below the dam', [5290, 6420], [250, 320]),
  level('WL-03', 'river', 'річка, північні луки', 'river, northern meadows', [5500, 5380], [230, 300]),
  level('WL-04', 'river', 'річка, північний міст', 'river, northern bridge', [5290, 4790], [220, 290]),
  level('WL-05', 'river', 'річка, південний міст', 'river, southern bridge', [5200, 3130], [210, 270]),
  level('WL-06', 'river', 'річка, гирло', 'river, mouth', [4960, 2550], [190, 230]),
  stream(
    'WL-07',
    'northern',
    ['північна балка', 'північний колектор'],
    ['northern ravine', 'northern storm drain'],
    [4450, 6090],
    [90, 150],
  ),
  stream(
    'WL-08',
    'central',
    ['центральна балка, верхів’я', 'центральний колектор, початок'],
    ['central ravine, upper', 'central storm drain, upper'],
    [2880, 4190],
    [90, 150],
  ),
  stream(
    'WL-09',
    'central',
    ['центральна балка, устя', 'центральний колектор, випуск'],
    ['central ravine, outlet', 'central storm drain, outlet'],
    [4500, 4155],
    [120, 200],
  ),
  stream(
    'WL-10',
    'western',
    ['приморська балка', 'приморський колектор'],
    ['ravine to the sea', 'storm drain to the sea'],
    [1685, 1600],
    [90, 150],
  ),
  level('WL-11', 'sea', 'гавань', 'harbour', [3967, 1820], [550, 580]),
  stream(
    'WL-12',
    'eastern',
    ['зарічна балка', 'зарічний колектор'],
    ['ravine beyond the river', 'storm drain beyond the river'],
    [6000, 5495],
    [90, 150],
  ),
]

const rain = (id: string, uk: string, en: string, spot: Point): Gauge => ({
  id,
  kind: 'rain',
  name: {uk, en},
  spot,
  attentionCm: null,
  dangerCm: null,
  ravine: null,
})

/** The six rain gauges. */
export const rainGauges: Gauge[] = [
  rain('RG-1', 'середмістя', 'old centre', [3000, 2400]),
  rain('RG-2', 'степові мікрорайони', 'steppe estates', [2100, 5350]),
  rain('RG-3', 'заріччя', 'beyond the river', [6600, 3800]),
  rain('RG-4', 'верхнє місто', 'upper town', [3300, 4500]),
  rain('RG-5', 'гребля', 'dam', [4650, 6650]),
  rain('RG-6', 'узбережжя', 'shore', [900, 1600]),
]
