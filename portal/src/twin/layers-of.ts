import type {Layer} from '@hromada/twin/layers'
import type {ColumnWords, LayerSetup} from './setup.ts'

type Text = {uk: string; en: string}
type Column = {name: string; type: string; unit: string | null; description: Text}
type Place =
  | {kind: 'point'; lon: string; lat: string}
  | {kind: 'geometry'; column: string}
  | {kind: 'h3'; column: string}
  | null

/** What is read of a published table. */
export type PlacedTable = {
  name: string
  title: Text
  grain: string[]
  columns: Column[]
  place: Place
  datasets: string[]
}

type Options = {
  hasTiles: boolean
  attribution: (datasets: string[]) => string[]
  /** What a table is about, in the reader's words: the heading it stands under. */
  topic: (datasets: string[]) => string
}

type Known = {name: string[]; facts: string[]; colour: string; isFirst?: boolean}

/** Names and facts of the tables we know; the others are named by their first text. */
const known: Record<string, (lang: 'uk' | 'en') => Known> = {
  buildings: () => ({name: ['address'], facts: ['levels', 'height_m'], colour: '--accent', isFirst: true}),
  shelters: () => ({
    name: ['address', 'type'],
    facts: ['type', 'capacity_persons'],
    colour: '--c2',
    isFirst: true,
  }),
  appeals: () => ({name: ['subcategory', 'category'], facts: ['status', 'received_at'], colour: '--c6'}),
  districts: lang => ({
    name: [`name_${lang}`, 'name_uk'],
    facts: ['area_km2'],
    colour: '--ink-2',
    isFirst: true,
  }),
}
const otherColours = ['--c4', '--c3', '--c5', '--c1', '--c7', '--c8']

/** Keys that other tables call by another name. */
const alsoCalled: Record<string, string> = {gauge_id: 'station_id', counter_id: 'station_id'}

/** Numbers that say when, not how much: no first choice for colours. */
const calendar = /^(weekday|year|month|local_hour|month_of_year|levels_.*)$/

/**
 * A layer for each published table whose rows have a place or name one: a district, a station, a building. Those shown
 * at once come first, then the others; buildings first, then areas, then points. So a model that is published is on the
 * map without another line.
 */
export function layersOf(tables: PlacedTable[], lang: string, options: Options): LayerSetup[] {
  const words = lang === 'uk' ? 'uk' : 'en'
  let others = 0
  const nextColour = () => otherColours[others++ % otherColours.length]!
  const placed = tables.filter(hasPlace)
  const layers = placed.map(table => placedLayer(table, words, nextColour, options))
  const buildings = layers.find(({table}) => table === 'buildings')
  for (const table of tables) {
    if (table.place) continue
    const joined = joinedLayer(table, placed, words, nextColour, options)
    if (joined) layers.push(joined)
    else if (buildings && isAboutBuildings(table)) buildings.columns.push(...martColumns(table, words))
  }
  const order: Layer['kind'][] = ['buildings', 'outlines', 'points']
  // A city that has none of the usual layers shows what it has.
  if (!layers.some(({isFirst}) => isFirst))
    for (const layer of layers) layer.isFirst = layer.place.from === undefined
  return layers.sort(
    (a, b) => Number(b.isFirst) - Number(a.isFirst) || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
}

/** Rows that can be told apart within their city, each with a place of its own. */
function hasPlace({grain, place, columns}: PlacedTable): boolean {
  const has = (column: string) => columns.some(({name}) => name === column)
  const isNamed = grain.includes('city') && grain.length > 1 && grain.every(has)
  return isNamed && place !== null && (place.kind !== 'point' || (has(place.lon) && has(place.lat)))
}

const keysOf = ({grain}: PlacedTable) => grain.filter(column => column !== 'city')

function placedLayer(
  table: PlacedTable,
  lang: 'uk' | 'en',
  nextColour: () => string,
  options: Options,
): LayerSetup {
  const {name, columns} = table
  const place = table.place!
  const has = (column: string) => columns.some(one => one.name === column)
  const words = wordsOf(table, lang, options)
  const keys = keysOf(table)
  // Of rows that share a cell one is shown at a time: the cell is what they are about.
  const cell = place.kind === 'h3' ? place.column : undefined
  const key = keys.find(name => name === cell) ?? keys.at(-1)!
  const beside = keys.filter(name => name !== key)
  // Cells have no name, and nothing to see but what is measured in them.
  const numbers = key === cell ? measures(words.columns, [...keys, 'lon', 'lat']) : []
  const facts: Known = known[name]?.(lang) ?? {
    name: columns
      .filter(
        one =>
          one.type === 'text' && !keys.includes(one.name) && !/_id$/.test(one.name) && one.name !== 'city',
      )
      .sort((a, b) => nameRank(a.name, lang) - nameRank(b.name, lang))
      .slice(0, 1)
      .map(one => one.name),
    facts: [],
    colour: nextColour(),
  }
  const degrees =
    place.kind === 'point'
      ? {lon: place.lon, lat: place.lat}
      : has('lon') && has('lat')
        ? {lon: 'lon', lat: 'lat'}
        : {}
  return {
    table: name,
    kind:
      name === 'buildings' && options.hasTiles ? 'buildings' : place.kind === 'point' ? 'points' : 'outlines',
    key,
    keyBeside: beside,
    place: {
      ...degrees,
      ...(place.kind === 'geometry' ? {geometry: place.column} : {}),
      ...(cell ? {h3: cell} : {}),
    },
    name: facts.name.filter(has),
    facts: [...facts.facts.filter(has), ...numbers.slice(0, 2).map(one => one.name)],
    order: [...(has('received_at') ? ['-received_at'] : []), key, ...beside].join(','),
    colour: facts.colour,
    isFirst: facts.isFirst ?? false,
    style: numbers[0] ? {column: numbers[0].name, method: 'quantiles', classes: 5} : null,
    ...words,
  }
}

/** The numbers that a table is about, in its order: not those that are keys or say when. */
const measures = (columns: ColumnWords[], keys: string[]): ColumnWords[] =>
  columns.filter(({name, type}) => isNumber(type) && !keys.includes(name) && !calendar.test(name))

/** A table whose rows name the row of another one that has a place. */
function joinedLayer(
  table: PlacedTable,
  placed: PlacedTable[],
  lang: 'uk' | 'en',
  nextColour: () => string,
  options: Options,
): LayerSetup | null {
  const keys = keysOf(table)
  const found = keys.flatMap(column => {
    const by = alsoCalled[column] ?? column
    const home = placed
      .filter(one => keysOf(one).at(-1) === by && one.name !== 'buildings')
      .sort((a, b) => a.grain.length - b.grain.length)[0]
    return home ? [{column, by, home}] : []
  })[0]
  if (!found) return null
  const {column, by, home} = found
  const beside = keys.filter(key => key !== column)
  const words = wordsOf(table, lang, options)
  const numbers = measures(words.columns, keys)
  const [first] = numbers
  const times = words.columns.filter(({name, type}) => beside.includes(name) && isTime(name, type))
  return {
    table: table.name,
    kind: home.place!.kind === 'point' ? 'points' : 'outlines',
    key: column,
    keyBeside: beside,
    place: {from: {column, table: home.name, by}},
    name: [],
    facts: [
      ...numbers.slice(0, 2).map(({name}) => name),
      ...(words.columns.some(one => one.name === 'unit') ? ['unit'] : []),
    ],
    order: [
      ...times.map(({name}) => `-${name}`),
      ...keys.filter(key => !times.some(({name}) => name === key)),
    ].join(','),
    colour: nextColour(),
    isFirst: false,
    style: first ? {column: first.name, method: 'quantiles', classes: 5} : null,
    ...words,
  }
}

const isAboutBuildings = (table: PlacedTable) => keysOf(table).join() === 'building_id'

/** Columns of a table with a row for each building, to colour and filter buildings by. */
const martColumns = (table: PlacedTable, lang: 'uk' | 'en'): ColumnWords[] =>
  columnWords(table, lang)
    .filter(({name}) => name !== 'building_id')
    .map(column => ({...column, table: table.name}))

export const isNumber = (type: string): boolean => type === 'integer' || type === 'number'

/** Columns that say when: dates, times, and a year as a number. */
export const isTime = (name: string, type: string): boolean =>
  type === 'date' || type === 'timestamp' || (name === 'year' && type === 'integer')

const wordsOf = (table: PlacedTable, lang: 'uk' | 'en', {attribution, topic}: Options) => ({
  title: table.title[lang],
  topic: topic(table.datasets),
  search: `${table.title.uk} ${table.title.en} ${table.name.replaceAll('_', ' ')}`.toLocaleLowerCase(),
  columns: columnWords(table, lang),
  attribution: attribution(table.datasets),
})

const columnWords = ({columns}: PlacedTable, lang: 'uk' | 'en'): ColumnWords[] =>
  columns
    .filter(({name, type}) => name !== 'city' && type !== 'geometry' && type !== 'json')
    .map(({name, type, unit, description}) => ({name, type, unit, label: description[lang]}))

/** Columns that are called a name name a row best, those in the reader's language before others. */
const nameRank = (column: string, lang: string): number =>
  column === `name_${lang}`
    ? 0
    : column === 'name'
      ? 1
      : column === 'name_uk'
        ? 2
        : column === 'address'
          ? 3
          : column === 'street'
            ? 4
            : 5
