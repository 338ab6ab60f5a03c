import {surroundingsOf} from '../surroundings.ts'
import {joinLines} from './join-lines.ts'
import {labelSpot} from './label-spot.ts'
import {
  boxOfShape,
  type MapShape,
  readShape,
  type Spot,
  type SpotBox,
  shapeArea,
  spotAt,
} from './map-shape.ts'
import type {VectorRows} from './read-vector-rows.ts'
import {
  areaPlaces,
  finestZoom,
  streetKindOf,
  streetKinds,
  type VectorLayerId,
  vectorLayers,
} from './shortbread.ts'

/** Null: nothing is said. */
export type Tags = Record<string, string | number | boolean | null>

/** One thing of the map: where, in which layer, at which zooms, and what is said of it. */
export type MapFeature = {
  layer: VectorLayerId
  from: number
  to: number
  /** Footprints are read from their texts again: a large city's would fill hundreds of megabytes. */
  shape: () => MapShape
  box: SpotBox
  tags: Tags
}

/** Square metres that the whole square of Web Mercator stands for. */
const squareMetres = 2 * Math.PI * 6_378_137 * (2 * Math.PI * 6_378_137)

/** Population of a place whose people nobody counted, by the schema; its kinds from the most populous on. */
const settlements = [
  {kind: 'city', least: 100_000, from: 6},
  {kind: 'town', least: 5_000, from: 7},
  {kind: 'village', least: 0, from: 10},
] as const
const populationOf = {suburb: 1_000, neighbourhood: 100}

/**
 * Everything on a city's map, in the order it stands in tiles, and the box around it, cut to the surroundings of the
 * city. Null where there are neither areas nor streets.
 */
export function mapFeatures(rows: VectorRows): {features: MapFeature[]; box: SpotBox} | null {
  const limits = surroundings(rows.city.box)
  if (!limits) return null
  const features: MapFeature[] = []
  const add: Add = (layer, shape, [from, to], tags, again = () => shape) => {
    if (shape === null) return
    const box = boxOfShape(shape)
    if (touch(box, limits)) features.push({layer, from, to, shape: again as () => MapShape, box, tags})
  }

  addPlaces(rows, add)
  const places = features.length
  addAreas(rows.areas, add)
  addStreets(rows, add)
  if (features.length === places) return null
  for (const {id, geometry} of rows.buildings) {
    const read = () => readShape(geometry, 'polygons')
    add('buildings', read(), [finestZoom, finestZoom], {id}, read)
  }
  for (const {id, house, lon, lat} of rows.addresses)
    add('addresses', pointAt(spotAt(lon, lat)), [finestZoom, finestZoom], {housenumber: house, id})

  const place = new Map<VectorLayerId, number>(vectorLayers.map(({id}, index) => [id, index]))
  // What of one layer comes first was decided as it was added.
  const sorted = features.toSorted((a, b) => place.get(a.layer)! - place.get(b.layer)!)
  const box: SpotBox = [1, 1, 0, 0]
  for (const [index, limit] of limits.entries()) {
    const most = index < 2 ? Math.min : Math.max
    for (const feature of features) box[index] = most(box[index]!, feature.box[index]!)
    box[index] = index < 2 ? Math.max(box[index]!, limit) : Math.min(box[index]!, limit)
  }
  return {features: sorted, box}
}

/** The box of a city with its surroundings. */
function surroundings(box: VectorRows['city']['box']): SpotBox | null {
  const [west, south, east, north] = surroundingsOf(box)
  const [first, last] = [spotAt(west, north), spotAt(east, south)]
  return first && last && [...first, ...last]
}

type Add = (
  layer: VectorLayerId,
  shape: MapShape | null,
  zooms: [from: number, to: number],
  tags: Tags,
  again?: () => MapShape | null,
) => void

/** Areas and the names of waters and squares, the largest first, so that a square lies on the housing around it. */
function addAreas(rows: VectorRows['areas'], add: Add): void {
  const read = rows.flatMap(row => {
    const place = areaPlaces.get(row.kind)
    const shape = place ? readShape(row.geometry, 'polygons') : null
    return place && shape?.type === 'polygons' ? [{row, place, shape, area: shapeArea(shape)}] : []
  })
  read.sort((a, b) => b.area - a.area || (a.row.id < b.row.id ? -1 : 1))
  for (const {row, place, shape, area} of read) {
    const {layer, kind, from} = place
    const zooms: [number, number] = [from, finestZoom]
    const names = {name: row.name, name_en: row.nameEn}
    const way_area = Math.round(area * squareMetres)
    if (layer === 'ocean') add(layer, shape, zooms, {id: row.id})
    else if (layer === 'water_polygons') {
      add(layer, shape, zooms, {kind, way_area, id: row.id})
      if (row.name !== null)
        add('water_polygons_labels', pointAt(labelSpot(shape)), zooms, {kind, way_area, ...names, id: row.id})
    } else if (layer === 'street_polygons') {
      add(layer, shape, zooms, {kind, rail: false, tunnel: false, bridge: false, id: row.id})
      if (row.name !== null)
        add('streets_polygons_labels', pointAt(labelSpot(shape)), zooms, {kind, ...names, id: row.id})
    } else {
      add(layer, shape, zooms, {kind, ...names, id: row.id})
      // A housing estate with a name is what the schema calls a neighbourhood.
      if (kind === 'residential' && row.name !== null)
        add('place_labels', pointAt(labelSpot(shape)), [10, finestZoom], {
          kind: 'neighbourhood',
          population: populationOf.neighbourhood,
          ...names,
          id: row.id,
        })
    }
  }
}

/** A stretch of road or track as the schema has it. */
type Stretch = {
  id: string
  rank: number
  kind: string
  line: number
  label: number
  isRail: boolean
  isBridge: boolean
  isOneway: boolean
  name: string | null
  nameEn: string | null
  streetId: string | null
  parts: Spot[][]
}

/**
 * Streets and tracks, the most important first, bridges after the rest. Below the finest zoom stretches of one kind are
 * joined: one by one most are too short to be seen there, and streets would have gaps.
 */
function addStreets({roads, tracks}: VectorRows, add: Add): void {
  const stretches: Stretch[] = []
  const put = (
    kind: string,
    geometry: string,
    facts: Omit<Stretch, 'rank' | 'kind' | 'line' | 'label' | 'parts'>,
  ) => {
    const known = streetKindOf(kind)
    const shape = known ? readShape(geometry, 'lines') : null
    if (known && shape?.type === 'lines')
      stretches.push({...facts, ...known, rank: streetKinds.indexOf(known), parts: shape.parts})
  }
  for (const road of roads) put(road.class, road.geometry, {...road, isRail: false})
  for (const track of tracks)
    put('rail', track.geometry, {
      ...track,
      isRail: true,
      isOneway: false,
      name: null,
      nameEn: null,
      streetId: null,
    })

  const ofKind = ({kind, isRail, isBridge}: Stretch) => ({
    kind,
    rail: isRail,
    link: false,
    tunnel: false,
    bridge: isBridge,
  })
  const order = (a: Stretch, b: Stretch) => a.rank - b.rank || Number(a.isBridge) - Number(b.isBridge)
  const sorted = stretches.sort((a, b) => order(a, b) || (a.id < b.id ? -1 : 1))
  for (const one of sorted)
    add('streets', {type: 'lines', parts: one.parts}, [finestZoom, finestZoom], {
      ...ofKind(one),
      oneway: one.isOneway,
      oneway_reverse: false,
      id: one.id,
    })
  for (const [first, parts] of joined(sorted, ({kind, isBridge}) => `${kind} ${isBridge}`))
    for (const part of parts)
      add('streets', {type: 'lines', parts: [part]}, [first.line, finestZoom - 1], ofKind(first))

  const named = sorted.filter(({name}) => name !== null)
  for (const [first, parts] of joined(named, one => JSON.stringify([one.rank, one.streetId, one.name])))
    for (const part of parts)
      add('street_labels', {type: 'lines', parts: [part]}, [first.label, finestZoom], {
        kind: first.kind,
        name: first.name,
        name_en: first.nameEn,
        id: first.streetId,
      })
}

/** Stretches that are alike, joined where they meet: the first of each sort, and the lines of all of them. */
function joined(stretches: Stretch[], sortOf: (one: Stretch) => string): [first: Stretch, lines: Spot[][]][] {
  const sorts = Map.groupBy(stretches, sortOf)
  return [...sorts.values()].map(alike => [alike[0]!, joinLines(alike.flatMap(({parts}) => parts))])
}

function addPlaces({city, districts}: VectorRows, add: Add): void {
  const {kind, least, from} =
    settlements.find(({least}) => city.residents === null || city.residents >= least) ?? settlements[0]
  add('place_labels', pointAt(spotAt(city.lon, city.lat)), [from, finestZoom], {
    kind,
    population: city.residents ?? least,
    name: city.name,
    name_en: city.nameEn,
    id: city.id,
  })
  for (const {id, name, nameEn, lon, lat} of districts)
    add('place_labels', name === null ? null : pointAt(spotAt(lon, lat)), [10, finestZoom], {
      kind: 'suburb',
      population: populationOf.suburb,
      name,
      name_en: nameEn,
      id,
    })
}

const pointAt = (spot: Spot | null): MapShape | null => spot && {type: 'point', parts: [spot]}

const touch = (a: SpotBox, b: SpotBox) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
