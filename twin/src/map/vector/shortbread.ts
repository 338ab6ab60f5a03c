/** A field of a layer: its type and what it says, and the zoom it is there from. */
export type VectorField = {type: 'String' | 'Number' | 'Boolean'; describe: string; from?: number}

/** A layer of the vector map, by the name and with the fields of the Shortbread schema 1.0. */
export type VectorLayer = {id: string; describe: string; fields: Record<string, VectorField>}

/** The zoom of the finest tiles; viewers draw nearer views from these. */
export const finestZoom = 14

const id: VectorField = {type: 'String', describe: 'key of the row in the open data'}
const kind = (describe: string): VectorField => ({type: 'String', describe})
const names: Record<string, VectorField> = {
  name: {type: 'String', describe: 'name as the place writes it'},
  name_en: {type: 'String', describe: 'name in English, where there is one'},
}
const wayArea: VectorField = {type: 'Number', describe: 'square metres in Web Mercator'}

/** The layers in the order they stand in a tile: what is drawn first is first. */
export const vectorLayers = [
  {id: 'ocean', describe: 'The sea', fields: {id}},
  {
    id: 'land',
    describe: 'What land is used for, the largest areas first',
    fields: {kind: kind('use of the land'), ...names, id},
  },
  {
    id: 'sites',
    describe: 'Grounds of schools and hospitals, car parks',
    fields: {kind: kind('what the ground is for'), ...names, id},
  },
  {
    id: 'water_polygons',
    describe: 'Rivers, lakes and ponds',
    fields: {kind: kind('type of water'), way_area: wayArea, id},
  },
  {
    id: 'street_polygons',
    describe: 'Squares',
    fields: {
      kind: kind('class of the street'),
      rail: {type: 'Boolean', describe: 'a railway'},
      tunnel: {type: 'Boolean', describe: 'in a tunnel'},
      bridge: {type: 'Boolean', describe: 'on a bridge'},
      id,
    },
  },
  {id: 'buildings', describe: 'Footprints of buildings', fields: {id}},
  {
    id: 'streets',
    describe: 'Streets, paths and railway tracks; below zoom 14 joined, and without keys',
    fields: {
      kind: kind('class of the street, by the words of OpenStreetMap'),
      rail: {type: 'Boolean', describe: 'a railway'},
      link: {type: 'Boolean', describe: 'a link road', from: 11},
      tunnel: {type: 'Boolean', describe: 'in a tunnel', from: 11},
      bridge: {type: 'Boolean', describe: 'on a bridge', from: 11},
      oneway: {type: 'Boolean', describe: 'traffic in the direction of the line only', from: 14},
      oneway_reverse: {type: 'Boolean', describe: 'traffic against the line only', from: 14},
      id: {...id, from: 14},
    },
  },
  {
    id: 'street_labels',
    describe: 'Streets joined by their names',
    fields: {
      kind: kind('class of the street, by the words of OpenStreetMap'),
      ...names,
      id: {type: 'String', describe: 'key of the street in its register'},
    },
  },
  {
    id: 'streets_polygons_labels',
    describe: 'Names of squares',
    fields: {kind: kind('class of the street'), ...names, id},
  },
  {
    id: 'water_polygons_labels',
    describe: 'Names of waters, the largest first',
    fields: {kind: kind('type of water'), way_area: wayArea, ...names, id},
  },
  {
    id: 'addresses',
    describe: 'House numbers',
    fields: {housenumber: {type: 'String', describe: 'number of the house'}, id},
  },
  {
    id: 'place_labels',
    describe: 'Names of the city, its districts and neighbourhoods, the most populous first',
    fields: {
      kind: kind('city, town or village; suburb for a district; neighbourhood for housing with a name'),
      population: {
        type: 'Number',
        describe: 'residents; those of its kind by the schema where nobody counted',
      },
      ...names,
      id,
    },
  },
] as const satisfies VectorLayer[]

/**
 * Layers of the schema that our datasets have nothing for. A description names them all the same: a viewer takes a style
 * that asks for a layer which is not described for a faulty one.
 */
export const layersWithoutRows = [
  'water_lines',
  'water_lines_labels',
  'dam_lines',
  'dam_polygons',
  'pier_lines',
  'pier_polygons',
  'bridges',
  'aerialways',
  'ferries',
  'boundaries',
  'boundary_labels',
  'street_labels_points',
  'public_transport',
  'pois',
]

export type VectorLayerId = (typeof vectorLayers)[number]['id']

/** Where the schema puts an area, and from which zoom on. */
export type AreaPlace = {layer: VectorLayerId; kind: string; from: number}

const put = (layer: VectorLayerId, from: number, words: string) =>
  words.split(' ').map((word): [string, AreaPlace] => {
    const [own, kind] = word.split('=') as [string, string?]
    return [own, {layer, kind: kind ?? own, from}]
  })

/**
 * Land use under the words of our datasets and those of OpenStreetMap: `our word=word of the schema`. Pitches, stadiums
 * and embankments have no area in the schema, and are left out.
 */
export const areaPlaces: ReadonlyMap<string, AreaPlace> = new Map([
  ...put('ocean', 0, 'sea'),
  ...put('water_polygons', 4, 'water river reservoir basin lake=water pond=water'),
  ...put('water_polygons', 10, 'dock canal'),
  ...put('land', 7, 'forest wood=forest'),
  ...put('land', 10, 'residential gardens=residential industrial industry=industrial depot=industrial'),
  ...put('land', 10, 'harbour=industrial port=industrial commercial office=commercial retail market=retail'),
  ...put('land', 10, 'railway farmland field=farmland farmyard sand beach landfill brownfield greenfield'),
  ...put('land', 10, 'garages'),
  ...put('land', 11, 'grass meadow orchard vineyard allotments village_green recreation_ground heath scrub'),
  ...put('land', 11, 'grassland quarry park garden playground golf_course marsh swamp bog wet_meadow'),
  ...put('land', 11, 'bare_rock scree shingle greenhouse_horticulture plant_nursery'),
  ...put('land', 13, 'cemetery grave_yard'),
  ...put('sites', 14, 'school schoolyard=school hospital university college parking sports_center prison'),
  ...put('sites', 14, 'sports_centre=sports_center construction'),
  ...put('street_polygons', 14, 'pedestrian square=pedestrian'),
])

/** A class of street in the schema: the zoom its line is there from, and its name. The most important first. */
export type StreetKind = {kind: string; line: number; label: number}

export const streetKinds: readonly StreetKind[] = [
  {kind: 'motorway', line: 5, label: 10},
  {kind: 'trunk', line: 6, label: 12},
  {kind: 'primary', line: 8, label: 12},
  {kind: 'secondary', line: 9, label: 13},
  {kind: 'tertiary', line: 10, label: 13},
  {kind: 'rail', line: 10, label: 10},
  {kind: 'tram', line: 10, label: 10},
  {kind: 'unclassified', line: 12, label: 14},
  {kind: 'residential', line: 12, label: 14},
  {kind: 'busway', line: 12, label: 14},
  {kind: 'living_street', line: 13, label: 14},
  {kind: 'service', line: 13, label: 14},
  {kind: 'pedestrian', line: 13, label: 14},
  {kind: 'track', line: 13, label: 14},
  {kind: 'cycleway', line: 13, label: 14},
  {kind: 'footway', line: 13, label: 14},
  {kind: 'path', line: 13, label: 14},
  {kind: 'steps', line: 13, label: 14},
]

/** Classes of our roads in the words of the schema; `path` is on foot only. */
const ourClasses: Record<string, string> = {
  avenue: 'primary',
  main: 'secondary',
  street: 'tertiary',
  local: 'residential',
  lane: 'service',
  path: 'footway',
}

/** The schema's class for a road's; undefined where it has none. */
export const streetKindOf = (roadClass: string): StreetKind | undefined =>
  streetKinds.find(
    ({kind}) => kind === (Object.hasOwn(ourClasses, roadClass) ? ourClasses[roadClass] : roadClass),
  )
