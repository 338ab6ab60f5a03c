import type {Text} from '../../../src/index.ts'
import type {Point} from '../space/vector.ts'

/** What a gauge measures: the level of some water, or rain. */
export type GaugeKind = 'reservoir' | 'river' | 'ravine' | 'sea' | 'rain'

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
}

const level = (
  id: string,
  kind: GaugeKind,
  uk: string,
  en: string,
  spot: Point,
  attentionCm: number,
  dangerCm: number,
): Gauge => ({id, kind, name: {uk, en}, spot, attentionCm, dangerCm})

/** The twelve level gauges, the river's from the dam to the sea. */
export const levelGauges: Gauge[] = [
  level('WL-01', 'reservoir', 'водосховище, верхній бʼєф', 'reservoir, above the dam', [4950, 6900], 380, 420),
  level('WL-02', 'river', 'річка, нижній бʼєф', 'river, below the dam', [5330, 6450], 250, 320),
  level('WL-03', 'river', 'річка, північні луки', 'river, northern meadows', [5600, 5500], 230, 300),
  level('WL-04', 'river', 'річка, північний міст', 'river, northern bridge', [5080, 4780], 220, 290),
  level('WL-05', 'river', 'річка, південний міст', 'river, southern bridge', [4990, 3130], 210, 270),
  level('WL-06', 'river', 'річка, гирло', 'river, mouth', [4940, 2550], 190, 230),
  level('WL-07', 'ravine', 'північна балка', 'northern ravine', [4300, 6100], 90, 150),
  level('WL-08', 'ravine', 'центральна балка, верхівʼя', 'central ravine, upper', [2950, 4180], 90, 150),
  level('WL-09', 'ravine', 'центральна балка, устя', 'central ravine, outlet', [4350, 4130], 120, 200),
  level('WL-10', 'ravine', 'західна балка', 'western ravine', [1690, 1650], 90, 150),
  level('WL-11', 'sea', 'гавань', 'harbour', [3970, 1761], 550, 580),
  level('WL-12', 'ravine', 'правобережна балка', 'ravine of the far bank', [6100, 5480], 90, 150),
]

const rain = (id: string, uk: string, en: string, spot: Point): Gauge => ({
  id,
  kind: 'rain',
  name: {uk, en},
  spot,
  attentionCm: null,
  dangerCm: null,
})

/** The six rain gauges. */
export const rainGauges: Gauge[] = [
  rain('RG-1', 'середмістя', 'old centre', [3000, 2400]),
  rain('RG-2', 'степові мікрорайони', 'steppe estates', [2100, 5350]),
  rain('RG-3', 'заріччя', 'far bank', [6600, 3800]),
  rain('RG-4', 'центральна балка', 'central ravine', [3300, 4500]),
  rain('RG-5', 'гребля', 'dam', [4650, 6650]),
  rain('RG-6', 'узбережжя', 'shore', [900, 1600]),
]
