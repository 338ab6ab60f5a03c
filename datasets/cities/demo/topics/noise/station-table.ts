import type {Text} from '../../../../src/index.ts'
import type {Point} from '../../tools/space/vector.ts'

/** Levels that sources cause at a station, dB: the road in a workday's mean hour, one freight train in an hour, the port at work, music and voices of a beach night, and what is left when all are silent. */
export type NoiseSources = {road: number; train: number; port: number; beach: number; floor: number}

export type NoiseStation = {
  id: string
  name: Text
  /** Where it is looked for in the plan, metres. */
  spot: Point
  sources: NoiseSources
  /** Does its road carry less while the southern bridge is closed? */
  isByBridge: boolean
}

const station = (
  id: string,
  uk: string,
  en: string,
  spot: Point,
  [road, train, port, beach, floor]: [number, number, number, number, number],
  isByBridge = false,
): NoiseStation => ({id, name: {uk, en}, spot, sources: {road, train, port, beach, floor}, isByBridge})

/** All ten, in the order in which files list them. */
export const noiseStations: NoiseStation[] = [
  station(
    'NS-01',
    'під’їзд до південного мосту',
    'approach to the southern bridge',
    [4600, 3030],
    [69.5, 48, 30, 0, 37],
    true,
  ),
  station('NS-02', 'головний проспект', 'main avenue', [3065, 2423], [67.5, 30, 36, 22, 38]),
  station('NS-03', 'бульвар над портом', 'boulevard above the port', [3900, 2250], [57, 46, 57, 30, 38]),
  station('NS-04', 'міський пляж', 'town beach', [1150, 1200], [52, 0, 28, 70, 37]),
  station('NS-05', 'зарічний пляж', 'beach beyond the river', [6400, 1700], [53, 0, 31, 67, 36]),
  station(
    'NS-06',
    'степові мікрорайони, двір',
    'steppe estates, a courtyard',
    [1850, 5350],
    [54, 30, 0, 0, 34],
  ),
  station('NS-07', 'садиби заріччя', 'gardens beyond the river', [6700, 2400], [46, 24, 22, 24, 29]),
  station('NS-08', 'сортувальна колія', 'freight line', [4020, 4650], [55, 64, 26, 0, 36]),
  station('NS-09', 'лікарняний квартал', 'hospital quarter', [2600, 3450], [56, 34, 27, 0, 33]),
  station('NS-10', 'північний проспект', 'northern avenue', [2400, 5000], [69, 34, 0, 0, 35]),
]
