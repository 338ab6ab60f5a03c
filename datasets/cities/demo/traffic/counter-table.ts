import type {Text} from '../../../src/index.ts'
import type {RoadClass} from '../ground/ground.ts'
import type {Point} from '../space/vector.ts'

/** What brings traffic past a counter. */
export type CounterKind = 'commuter' | 'centre' | 'exit' | 'harbour' | 'beach'

export type Counter = {
  id: string
  kind: CounterKind
  name: Text
  /** Where it is looked for in the plan, metres, and on which classes of road. */
  spot: Point
  roads: RoadClass[]
  isBridge: boolean
  /** Vehicles of a mean workday in both directions. */
  vehiclesPerDay: number
}

const avenues: RoadClass[] = ['avenue']
const mains: RoadClass[] = ['main', 'avenue']

const counter = (
  id: string,
  kind: CounterKind,
  uk: string,
  en: string,
  [x, y, vehiclesPerDay]: [number, number, number],
  roads: RoadClass[] = mains,
  isBridge = false,
): Counter => ({id, kind, name: {uk, en}, spot: [x, y], roads, isBridge, vehiclesPerDay})

/** All thirty, in the order in which files list them. */
export const counters: Counter[] = [
  counter('TC-01', 'commuter', 'південний міст', 'southern bridge', [5050, 3130, 15_400], avenues, true),
  counter('TC-02', 'commuter', 'північний міст', 'northern bridge', [5050, 4790, 13_800], mains, true),
  counter('TC-03', 'commuter', 'південний міст, правий підʼїзд', 'southern bridge, western approach', [4560, 3010, 17_100], avenues),
  counter('TC-04', 'commuter', 'південний міст, лівий підʼїзд', 'southern bridge, eastern approach', [5900, 3280, 13_900], avenues),
  counter('TC-05', 'commuter', 'північний міст, лівий підʼїзд', 'northern bridge, eastern approach', [6000, 4930, 11_600]),
  counter('TC-06', 'centre', 'головний проспект, захід', 'main avenue, west', [2650, 2250, 19_800], avenues),
  counter('TC-07', 'centre', 'головний проспект, схід', 'main avenue, east', [3526, 2616, 21_300], avenues),
  counter('TC-08', 'centre', 'осьовий проспект', 'axial avenue', [2896, 2829, 18_200], avenues),
  counter('TC-09', 'commuter', 'північний проспект, балка', 'northern avenue, ravine', [2420, 4400, 22_600], avenues),
  counter('TC-10', 'commuter', 'північний проспект, мікрорайони', 'northern avenue, estates', [2380, 5400, 16_400], avenues),
  counter('TC-11', 'commuter', 'бульвар мікрорайонів', 'boulevard of the estates', [3240, 5200, 9_700]),
  counter('TC-12', 'commuter', 'поперечна магістраль, середина', 'cross-town road, middle', [3000, 4780, 12_900]),
  counter('TC-13', 'commuter', 'поперечна магістраль, захід', 'cross-town road, west', [1850, 4750, 10_800]),
  counter('TC-14', 'commuter', 'північно-західний проспект', 'north-western avenue', [1150, 5000, 14_300], avenues),
  counter('TC-15', 'exit', 'північно-західний вʼїзд', 'north-western entrance', [500, 5950, 8_200]),
  counter('TC-16', 'exit', 'північний вʼїзд', 'northern entrance', [2200, 7100, 10_100], avenues),
  counter('TC-17', 'exit', 'дорога через греблю', 'road over the dam', [5300, 6640, 6_400]),
  counter('TC-18', 'commuter', 'промислова магістраль, північ', 'industrial road, north', [4500, 5250, 9_900]),
  counter('TC-19', 'commuter', 'промислова магістраль, південь', 'industrial road, south', [4440, 3640, 12_200]),
  counter('TC-20', 'harbour', 'ворота порту', 'harbour gate', [4330, 2620, 5_300]),
  counter('TC-21', 'centre', 'приморський бульвар', 'boulevard above the sea', [3281, 1906, 7_800]),
  counter('TC-22', 'beach', 'західна приморська дорога', 'western shore road', [900, 1480, 6_900]),
  counter('TC-23', 'commuter', 'західний проспект', 'western avenue', [1100, 2040, 15_900], avenues),
  counter('TC-24', 'exit', 'західний вʼїзд', 'western entrance', [200, 2190, 9_400], avenues),
  counter('TC-25', 'beach', 'східна пляжна дорога', 'eastern beach road', [6130, 1850, 4_300]),
  counter('TC-26', 'beach', 'східні пляжі', 'eastern beaches', [7300, 1540, 2_900]),
  counter('TC-27', 'commuter', 'лівобережна магістраль', 'road of the far bank', [6300, 4100, 11_200]),
  counter('TC-28', 'exit', 'східний вʼїзд', 'eastern entrance', [7600, 3200, 10_700], avenues),
  counter('TC-29', 'commuter', 'західна обʼїзна', 'western ring road', [1170, 3950, 8_800]),
  counter('TC-30', 'centre', 'стара митна лінія', 'old customs line', [2180, 2206, 9_100]),
]

/** How traffic at some counters changed while the southern bridge was closed, as a factor. */
export const whileBridgeClosed: Record<string, number> = {
  'TC-01': 0,
  'TC-02': 1.6,
  'TC-03': 0.42,
  'TC-04': 0.37,
  'TC-05': 1.55,
  'TC-17': 1.3,
  'TC-19': 1.15,
  'TC-27': 1.12,
}

/** The counter whose loop of one direction sees every vehicle twice. */
export const doubledCounter = {id: 'TC-11', direction: 'in'} as const
