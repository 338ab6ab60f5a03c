import type {Point} from '../../tools/space/vector.ts'

/** What stands around a station, and so how much of each source it breathes. */
export type Surroundings =
  | 'avenue'
  | 'centre'
  | 'old'
  | 'micro'
  | 'khrushchev'
  | 'garden'
  | 'village'
  | 'harbour'
  | 'industry'
  | 'coast'
  | 'boiler'

/** Factors of the city's series; `heat` is what walls add to a still night, in degrees. */
export const exposures: Record<
  Surroundings,
  {traffic: number; stoves: number; boilers: number; works: number; dust: number; heat: number}
> = {
  avenue: {traffic: 2.3, stoves: 0.8, boilers: 0.8, works: 0.5, dust: 1.8, heat: 1.2},
  centre: {traffic: 1.4, stoves: 0.9, boilers: 0.8, works: 0.4, dust: 1.2, heat: 1.5},
  old: {traffic: 1.1, stoves: 1.3, boilers: 0.6, works: 0.5, dust: 1.1, heat: 0.9},
  micro: {traffic: 1, stoves: 0.5, boilers: 1.3, works: 0.3, dust: 1, heat: 0.7},
  khrushchev: {traffic: 0.9, stoves: 0.7, boilers: 1.2, works: 0.5, dust: 1, heat: 0.6},
  garden: {traffic: 0.45, stoves: 1.7, boilers: 0.3, works: 0.3, dust: 0.75, heat: -0.7},
  village: {traffic: 0.3, stoves: 2, boilers: 0.15, works: 0.3, dust: 0.9, heat: -1.1},
  harbour: {traffic: 0.9, stoves: 0.5, boilers: 0.5, works: 2.4, dust: 2.1, heat: 0.5},
  industry: {traffic: 1.3, stoves: 0.6, boilers: 1.2, works: 2.2, dust: 1.7, heat: 0.6},
  coast: {traffic: 0.45, stoves: 0.6, boilers: 0.4, works: 0.3, dust: 0.65, heat: 0.4},
  boiler: {traffic: 0.7, stoves: 0.5, boilers: 5, works: 0.3, dust: 1, heat: 0.8},
}

/** Who runs a station, which decides the file it is in. */
export type AirNetwork = 'city' | 'citizens' | 'community'

export type AirStation = {
  id: string
  network: AirNetwork
  around: Surroundings
  /** Where it is looked for in the plan, metres. */
  spot: Point
  /** Device of the particle sensor. */
  model: 'reference' | 'PMS5003' | 'PMS7003' | 'SDS011'
}

const of = (
  network: AirNetwork,
  model: AirStation['model'],
  list: [string, Surroundings, number, number][],
) => list.map(([id, around, x, y]): AirStation => ({id, network, around, spot: [x, y], model}))

/** All forty, in the order in which files list them. Keys from 999 on are those of no sensor of the real community. */
export const airStations: AirStation[] = [
  ...of('city', 'reference', [
    ['PR-01', 'centre', 3065, 2423],
    ['PR-02', 'harbour', 3834, 2137],
    ['PR-03', 'micro', 1850, 5350],
    ['PR-04', 'avenue', 4430, 3000],
    ['PR-05', 'khrushchev', 6560, 3800],
    ['PR-06', 'coast', 1250, 1600],
  ]),
  ...of('citizens', 'PMS5003', [
    ['CS-01', 'centre', 2612, 1952],
    ['CS-02', 'centre', 3338, 2938],
    ['CS-03', 'old', 2507, 2591],
    ['CS-04', 'old', 2600, 3450],
    ['CS-05', 'old', 3500, 3600],
    ['CS-06', 'micro', 1700, 5500],
    ['CS-07', 'micro', 2050, 5200],
    ['CS-08', 'micro', 2100, 5650],
    ['CS-09', 'micro', 2700, 5450],
    ['CS-10', 'micro', 2950, 5150],
    ['CS-11', 'micro', 2800, 5700],
    ['CS-12', 'khrushchev', 3450, 5150],
    ['CS-13', 'khrushchev', 3350, 4950],
    ['CS-14', 'khrushchev', 1550, 3400],
    ['CS-15', 'khrushchev', 1450, 3700],
    ['CS-16', 'micro', 1300, 2520],
    ['CS-17', 'micro', 1350, 2250],
    ['CS-18', 'boiler', 1900, 5100],
    ['CS-19', 'garden', 1500, 4250],
    ['CS-20', 'garden', 6120, 5500],
    ['CS-21', 'garden', 5880, 2400],
    ['CS-22', 'avenue', 2400, 4600],
    ['CS-23', 'avenue', 3300, 2520],
    ['CS-24', 'harbour', 3900, 2400],
    ['CS-25', 'industry', 4250, 4600],
    ['CS-26', 'khrushchev', 6650, 3650],
  ]),
  ...of('community', 'SDS011', [
    ['9990101', 'garden', 2000, 4250],
    ['9990102', 'garden', 2850, 6050],
    ['9990103', 'coast', 1000, 1750],
    ['9990104', 'garden', 6700, 2400],
    ['9990105', 'village', 6080, 4100],
  ]),
  ...of('community', 'PMS7003', [
    ['9990106', 'garden', 3700, 5900],
    ['9990107', 'garden', 450, 1830],
    ['9990108', 'garden', 6950, 4300],
  ]),
]

/** Stations of one network, with their place in `airStations`. */
export const stationsOf = (network: AirNetwork): AirStation[] =>
  airStations.filter(station => station.network === network)
