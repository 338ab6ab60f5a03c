import type {Text} from '../../../../src/index.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {RoadClass} from '../../world/ground/ground.ts'

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
  counter('TC-01', 'commuter', 'південний міст', 'southern bridge', [5090, 3130, 15_400], avenues, true),
  counter('TC-02', 'commuter', 'північний міст', 'northern bridge', [5300, 4800, 13_800], mains, true),
  counter(
    'TC-03',
    'commuter',
    'південний міст, з боку міста',
    'southern bridge, town side',
    [4690, 3060, 17_100],
    avenues,
  ),
  counter(
    'TC-04',
    'commuter',
    'південний міст, з боку заріччя',
    'southern bridge, far side',
    [5950, 3260, 13_900],
    avenues,
  ),
  counter(
    'TC-05',
    'commuter',
    'північний міст, з боку заріччя',
    'northern bridge, far side',
    [6050, 4920, 11_600],
  ),
  counter(
    'TC-06',
    'centre',
    'головний проспект, до пляжів',
    'main avenue, towards the beaches',
    [2512, 2192, 19_800],
    avenues,
  ),
  counter(
    'TC-07',
    'centre',
    'головний проспект, до мосту',
    'main avenue, towards the bridge',
    [3527, 2616, 21_300],
    avenues,
  ),
  counter('TC-08', 'centre', 'осьовий проспект', 'axial avenue', [2896, 2829, 18_200], avenues),
  counter(
    'TC-09',
    'commuter',
    'північний проспект, балка',
    'northern avenue, ravine',
    [2430, 4400, 22_600],
    avenues,
  ),
  counter(
    'TC-10',
    'commuter',
    'північний проспект, мікрорайони',
    'northern avenue, estates',
    [2370, 5400, 16_400],
    avenues,
  ),
  counter('TC-11', 'commuter', 'бульвар мікрорайонів', 'boulevard of the estates', [3240, 5200, 9_700]),
  counter(
    'TC-12',
    'commuter',
    'поперечна магістраль, середина',
    'cross-town road, middle',
    [2900, 4780, 12_900],
  ),
  counter(
    'TC-13',
    'commuter',
    'поперечна магістраль, околиця',
    'cross-town road, outskirts',
    [1850, 4750, 10_800],
  ),
  counter('TC-14', 'commuter', 'навскісний проспект', 'diagonal avenue', [1100, 5010, 14_300], avenues),
  counter('TC-15', 'exit', 'степовий в’їзд', 'steppe entrance', [350, 5870, 8_200]),
  counter('TC-16', 'exit', 'північний в’їзд', 'northern entrance', [2190, 7200, 10_100], avenues),
  counter('TC-17', 'exit', 'дорога через греблю', 'road over the dam', [5300, 6650, 6_400]),
  counter(
    'TC-18',
    'commuter',
    'промислова магістраль, північ',
    'industrial road, north',
    [4480, 5150, 9_900],
  ),
  counter(
    'TC-19',
    'commuter',
    'промислова магістраль, південь',
    'industrial road, south',
    [4440, 3450, 12_200],
  ),
  counter('TC-20', 'harbour', 'ворота порту', 'harbour gate', [4513, 2225, 5_300], ['street', 'main']),
  counter('TC-21', 'centre', 'бульвар над морем', 'boulevard above the sea', [3004, 1791, 7_800], ['main']),
  counter('TC-22', 'beach', 'приморська дорога', 'shore road', [600, 1530, 6_900]),
  counter('TC-23', 'commuter', 'береговий проспект', 'shore avenue', [1080, 2060, 15_900], avenues),
  counter('TC-24', 'exit', 'береговий в’їзд', 'shore entrance', [200, 2230, 9_400], avenues),
  counter('TC-25', 'beach', 'зарічна пляжна дорога', 'beach road beyond the river', [6400, 1760, 4_300]),
  counter('TC-26', 'beach', 'зарічні пляжі', 'beaches beyond the river', [7400, 1545, 2_900]),
  counter('TC-27', 'commuter', 'зарічна магістраль', 'road beyond the river', [6350, 4100, 11_200]),
  counter('TC-28', 'exit', 'зарічний в’їзд', 'entrance beyond the river', [7600, 3200, 10_700], avenues),
  counter('TC-29', 'commuter', 'об’їзна', 'ring road', [1150, 3650, 8_800]),
  counter('TC-30', 'centre', 'стара митна лінія', 'old customs line', [2181, 2206, 9_100], ['main']),
]

/** The counter on the southern bridge. */
export const bridgeCounter = 'TC-01'

/** How cars and lorries at some counters changed while the southern bridge was closed, as a factor. */
export const whileBridgeClosed: Record<string, number> = {
  [bridgeCounter]: 0,
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
