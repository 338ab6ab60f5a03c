import type {VectorRows} from './read-vector-rows.ts'

/** The middle of an invented town, and metres to a degree there: WGS 84, as published for 46° north. */
const [townLon, townLat] = [31, 46]
export const [metresPerLon, metresPerLat] = [77_463, 111_152]

export type Place = [east: number, north: number]

export const degrees = ([east, north]: Place): [lon: number, lat: number] => [
  townLon + east / metresPerLon,
  townLat + north / metresPerLat,
]

/** A polygon of corners in metres: outline, then holes, each closed here. */
export const area = (...rings: Place[][]): string =>
  JSON.stringify({type: 'Polygon', coordinates: rings.map(ring => [...ring, ring[0]!].map(degrees))})

export const line = (...places: Place[]): string =>
  JSON.stringify({type: 'LineString', coordinates: places.map(degrees)})

export const rectangle = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

const road = {name: null, nameEn: null, isBridge: false, isOneway: false, streetId: null}
const freedom = {name: 'просп. Свободи', nameEn: 'Svobody Avenue', streetId: '10'}

/** Three kilometres by three: housing, the sea in the south, a park with a pond in it, two streets and a bridge. */
export const town: VectorRows = {
  city: {
    id: 'testove',
    name: 'Тестове',
    nameEn: 'Testove',
    isDemo: true,
    residents: 40_000,
    lon: townLon,
    lat: townLat,
    box: [30.97, 45.98, 31.03, 46.02],
  },
  areas: [
    {
      id: 'A1',
      kind: 'residential',
      name: 'Північ',
      nameEn: 'North',
      geometry: area(rectangle(-1500, -500, 1500, 1500)),
    },
    {id: 'A2', kind: 'sea', name: 'море', nameEn: 'Sea', geometry: area(rectangle(-1500, -1500, 1500, -500))},
    {
      id: 'A3',
      kind: 'park',
      name: 'парк «Дуб»',
      nameEn: 'Oak Park',
      // Around the pond, and both wound against what the standard asks.
      geometry: area(rectangle(200, 200, 600, 500).reverse(), rectangle(300, 300, 400, 400)),
    },
    {id: 'A4', kind: 'pond', name: 'ставок', nameEn: 'Pond', geometry: area(rectangle(300, 300, 400, 400))},
    {
      id: 'A5',
      kind: 'square',
      name: 'пл. Ринок',
      nameEn: null,
      geometry: area(rectangle(-600, 200, -500, 300)),
    },
    {id: 'A6', kind: 'parking', name: null, nameEn: null, geometry: area(rectangle(-400, 200, -350, 300))},
    {id: 'A7', kind: 'pitch', name: null, nameEn: null, geometry: area(rectangle(-300, 200, -250, 300))},
  ],
  roads: [
    {...road, ...freedom, id: 'E1', class: 'avenue', geometry: line([-1000, 0], [-400, 0])},
    {...road, ...freedom, id: 'E2', class: 'avenue', isBridge: true, geometry: line([-400, 0], [0, 0])},
    {...road, ...freedom, id: 'E3', class: 'avenue', geometry: line([1000, 0], [0, 0])},
    {...road, id: 'E4', class: 'lane', isOneway: true, geometry: line([0, 0], [0, 40], [30, 40])},
    {...road, id: 'E5', class: 'path', geometry: line([0, -60], [30, -60])},
  ],
  tracks: [{id: 'T1', isBridge: false, geometry: line([-1500, 700], [1500, 700])}],
  buildings: [{id: 'B1', geometry: area(rectangle(-60, 100, -30, 130), rectangle(-50, 110, -40, 120))}],
  addresses: [{id: 'W1', house: '12-А', lon: degrees([-45, 115])[0], lat: degrees([-45, 115])[1]}],
  districts: [{id: 'D1', name: 'Північний район', nameEn: 'Northern district', lon: townLon, lat: 46.005}],
}
