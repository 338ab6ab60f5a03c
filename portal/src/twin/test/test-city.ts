import type {MapRows, TileBuilding} from '@hromada/twin'
import {layersOf, type PlacedTable} from '../layers-of.ts'
import type {TwinSetup} from '../setup.ts'
import type {TestTables} from './twin-site.ts'

const text = (uk: string, en: string) => ({uk, en})
const column = (name: string, type = 'text') => ({name, type, unit: null, description: text(name, name)})
const [perLat, perLon] = [111_250, 111_320 * Math.cos((50.4 * Math.PI) / 180)]

/** Thirty-six houses in rows, 40 m apart, three to twenty-four metres high. */
export const houses = Array.from({length: 36}, (_, i) => {
  const [east, north] = [(i % 6) * 40, Math.floor(i / 6) * 40]
  const [lon, lat, height] = [30.5 + east / perLon, 50.4 + north / perLat, 3 + (i % 8) * 3]
  return {
    id: `house-${String(i).padStart(2, '0')}`,
    lon,
    lat,
    height,
    address: i % 3 === 0 ? null : `вул. Тестова, ${i}`,
  }
})
const half = {lon: 10 / perLon, lat: 8 / perLat}
export const buildings = houses.map(
  ({id, lon, lat, height, address}): TileBuilding => ({
    city: 'testove',
    building_id: id,
    height_m: height,
    ground_m: null,
    levels: height / 3,
    use: null,
    address,
    year: 1975,
    roof: 'flat',
    baseMetres: 40,
    footprint: {
      type: 'Polygon',
      coordinates: [
        [
          [lon - half.lon, lat - half.lat],
          [lon + half.lon, lat - half.lat],
          [lon + half.lon, lat + half.lat],
          [lon - half.lon, lat + half.lat],
          [lon - half.lon, lat - half.lat],
        ],
      ],
    },
  }),
)
const quarter = (id: string, name: string, west: number, east: number) => ({
  city: 'testove',
  district_id: id,
  name_uk: name,
  name_en: `${name} (en)`,
  area_km2: 0.1,
  lon: (west + east) / 2,
  lat: 50.401,
  geometry: JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, 50.399],
        [east, 50.399],
        [east, 50.403],
        [west, 50.403],
        [west, 50.399],
      ],
    ],
  }),
})
export const tables: TestTables = {
  buildings: houses.map(({id, lon, lat, height, address}) => ({
    city: 'testove',
    building_id: id,
    address,
    levels: height / 3,
    height_m: height,
    height_source: 'levels',
    lon,
    lat,
  })),
  districts: [quarter('d1', 'Захід', 30.499, 30.5015), quarter('d2', 'Схід', 30.5015, 30.504)],
  shelters: [
    {
      city: 'testove',
      shelter_id: 's1',
      address: 'Сховище біля школи',
      type: 'basement',
      capacity_persons: 120,
      lon: 30.5008,
      lat: 50.4004,
    },
    {
      city: 'testove',
      shelter_id: 's2',
      address: null,
      type: 'metro',
      capacity_persons: null,
      lon: null,
      lat: null,
    },
  ],
}
// Layers that are not shown at first: one of points with dates, one whose rows name districts.
tables.hydrants = [0, 1, 2].map(index => ({
  city: 'testove',
  hydrant_id: `h${index}`,
  street: 'вул. Тестова',
  lon: 30.5005 + index * 0.0003,
  lat: 50.4006,
}))
tables.inspections = Array.from({length: 12}, (_, index) => ({
  city: 'testove',
  inspection_id: `i${index}`,
  result: ['passed', 'passed', 'failed'][index % 3]!,
  inspected_date: new Date(Date.UTC(2026, index % 4, 1 + index)),
  lon: 30.5 + index * 0.0002,
  lat: 50.4003,
}))
tables.complaints = ['d1', 'd2', 'gone'].flatMap((district, index) =>
  [8, 9].map(month => ({
    city: 'testove',
    district_id: district,
    month: new Date(Date.UTC(2026, month - 1, 1)),
    received: 10 * (index + 1) + month,
  })),
)
// A hundred tracks, so many that they are painted: the first between rows of houses, the others off to the east.
tables.tracks = Array.from({length: 100}, (_, index) => {
  const lat = 50.4 + 102 / perLat
  const [west, east] = index === 0 ? [30.5, 30.5028] : [30.503 + index * 5e-6, 30.504]
  return {
    city: 'testove',
    track_id: `t${index}`,
    name_uk: index === 0 ? 'Вузька колія' : `Колія ${index}`,
    geometry: JSON.stringify({
      type: 'LineString',
      coordinates: [
        [west, index === 0 ? lat : 50.399 + index * 4e-5],
        [east, index === 0 ? lat : 50.399 + index * 4e-5],
      ],
    }),
  }
})
// Cells of the H3 grid, two topics in each, with one name that is no cell.
const cells = ['8a1e63ba2c9ffff', '8a1e63ba2c97fff', '8a1e63ba2c8ffff']
tables.crowds = [...cells, 'x'].flatMap((h3, index) =>
  ['roads', 'water'].map(category => ({
    city: 'testove',
    category,
    h3,
    n: category === 'roads' ? 10 + index : 1,
  })),
)
const point = {kind: 'point', lon: 'lon', lat: 'lat'} as const
const geometry = {kind: 'geometry', column: 'geometry'} as const
const placed = (
  name: string,
  title: string,
  key: string,
  place: PlacedTable['place'],
  columns: [string, string?][],
): PlacedTable => ({
  name,
  title: text(title, name),
  grain: ['city', key],
  columns: [['city'], [key], ...columns, ['lon', 'number'], ['lat', 'number']].map(([column_, type]) =>
    column(column_!, type),
  ),
  place,
  datasets: [name],
})
const layers = (lang: string) =>
  layersOf(
    [
      placed('buildings', 'Будівлі', 'building_id', geometry, [
        ['address'],
        ['levels', 'integer'],
        ['height_m', 'number'],
        ['height_source'],
      ]),
      placed('districts', 'Райони', 'district_id', geometry, [
        ['name_uk'],
        ['name_en'],
        ['area_km2', 'number'],
        ['geometry', 'geometry'],
      ]),
      placed('shelters', 'Укриття', 'shelter_id', point, [
        ['address'],
        ['type'],
        ['capacity_persons', 'integer'],
      ]),
      placed('hydrants', 'Гідранти', 'hydrant_id', point, [['street']]),
      placed('inspections', 'Перевірки', 'inspection_id', point, [['result'], ['inspected_date', 'date']]),
      {
        ...placed('complaints', 'Скарги', 'district_id', null, [
          ['month', 'date'],
          ['received', 'integer'],
        ]),
        grain: ['city', 'district_id', 'month'],
      },
      {
        name: 'tracks',
        title: text('Колії', 'Tracks'),
        grain: ['city', 'track_id'],
        columns: [column('city'), column('track_id'), column('name_uk'), column('geometry', 'geometry')],
        place: geometry,
        datasets: ['tracks'],
      },
      {
        name: 'crowds',
        title: text('Скупчення', 'Crowds'),
        grain: ['city', 'category', 'h3'],
        columns: [column('city'), column('category'), column('h3'), column('n', 'integer')],
        place: {kind: 'h3', column: 'h3'},
        datasets: ['crowds'],
      },
    ],
    lang,
    {hasTiles: true, attribution: () => ['Тестова рада, CC BY 4.0'], topic: () => 'Міста й території'},
  )
export const setup: TwinSetup = {
  lang: 'uk',
  writing: {
    locale: 'uk-UA',
    group: '\u202f',
    decimal: ',',
    million: 'млн',
    units: {byte: 'Б', kilobyte: 'кБ', megabyte: 'МБ'},
  },
  zone: 'Europe/Kyiv',
  city: {id: 'testove', name: 'Тестове', bbox: [30.499, 50.399, 30.504, 50.403], isDemo: true},
  layers: layers('uk'),
  tilesets: {buildings: '/tiles/testove/buildings/tileset.json', terrain: null},
  map: '/tiles/testove/map/map.json',
  stories: [
    {
      id: 'three-views',
      story: {
        city: 'testove',
        title: 'Три погляди на Тестове',
        slides: [
          {title: 'Усе місто', text: 'Тридцять шість будинків.', view: ''},
          {
            title: 'Високі',
            text: 'Лише **від 18 м**.\n\n- один\n- два',
            view: 'at=30.50100,50.40090,40,90,-60,300&on=buildings&filter=buildings:height_m:18..&v=1',
          },
          {
            title: 'Розріз',
            text: '',
            view: 'at=30.50145,50.40090,40,0,-90,420&on=buildings&cut=30.50145,50.40090,50,12&under=40&v=2',
          },
        ],
      },
    },
  ],
  address: '/',
  words: {result: {passed: 'пройдено', failed: 'не пройдено'}},
  release: {id: '2026-11-21T08-00Z-1', createdAt: '2026-11-21T08:00:00Z'},
}

/** A park under all of it, and a street through the middle. */
export const map: MapRows = {
  surroundings: null,
  areas: [{kind: 'park', geometry: String(tables.districts![0]!.geometry).replaceAll('30.5015', '30.504')}],
  roads: [
    {
      class: 'avenue',
      isBridge: false,
      geometry: JSON.stringify({
        type: 'LineString',
        coordinates: [
          [30.499, 50.401],
          [30.504, 50.401],
        ],
      }),
    },
  ],
  buildings: [],
  trees: [],
}
