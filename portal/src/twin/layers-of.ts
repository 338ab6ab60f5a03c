import type {Layer} from '@hromada/twin/layers'
import type {LayerSetup} from './setup.ts'

type Text = {uk: string; en: string}
type Column = {name: string; type: string; unit: string | null; description: Text}
type Place = {kind: 'point'; lon: string; lat: string} | {kind: 'geometry'; column: string} | null

/** What is read of a published table. */
export type PlacedTable = {
  name: string
  title: Text
  grain: string[]
  columns: Column[]
  place: Place
  datasets: string[]
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

/**
 * A layer for each published table whose rows have a place and a key within their city: those shown at once, then the
 * others; buildings first, then areas, then points. So a model that is published with a place is on the map without another line.
 */
export function layersOf(
  tables: PlacedTable[],
  lang: string,
  {hasTiles, attribution}: {hasTiles: boolean; attribution: (datasets: string[]) => string[]},
): LayerSetup[] {
  const words = lang === 'uk' ? 'uk' : 'en'
  let others = 0
  const layers = tables.flatMap((table): LayerSetup[] => {
    const {name, grain, place, columns} = table
    const key = grain.length === 2 ? grain.find(column => column !== 'city') : undefined
    const has = (column: string) => columns.some(one => one.name === column)
    if (!place || !key || !grain.includes('city')) return []
    const [lon, lat] = place.kind === 'point' ? [place.lon, place.lat] : ['lon', 'lat']
    if (!has(lon) || !has(lat)) return []

    const facts: Known = known[name]?.(words) ?? {
      name: columns
        .filter(one => one.type === 'text' && !grain.includes(one.name))
        .slice(0, 1)
        .map(one => one.name),
      facts: [],
      colour: otherColours[others++ % otherColours.length]!,
    }
    const kind: Layer['kind'] =
      name === 'buildings' && hasTiles ? 'buildings' : place.kind === 'point' ? 'points' : 'outlines'
    return [
      {
        table: name,
        kind,
        key,
        place: {lon, lat, ...(place.kind === 'geometry' ? {geometry: place.column} : {})},
        name: facts.name.filter(has),
        facts: facts.facts.filter(has),
        order: has('received_at') ? '-received_at' : key,
        title: table.title[words],
        colour: facts.colour,
        isFirst: facts.isFirst ?? false,
        columns: columns
          .filter(({name: column, type}) => column !== 'city' && type !== 'geometry' && type !== 'json')
          .map(({name: column, type, unit, description}) => ({
            name: column,
            type,
            unit,
            label: description[words],
          })),
        attribution: attribution(table.datasets),
      },
    ]
  })
  const order: Layer['kind'][] = ['buildings', 'outlines', 'points']
  // A city that has none of the usual layers shows what it has.
  if (!layers.some(({isFirst}) => isFirst)) for (const layer of layers) layer.isFirst = true
  return layers.sort(
    (a, b) => Number(b.isFirst) - Number(a.isFirst) || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
}
