/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Ground of which nothing is known. */
export const landColour = rgb('#e9e5da')

/** How an area is painted. Later styles lie over earlier ones. */
export type AreaStyle = {
  kinds: string[]
  /** Several: neighbours differ, chosen by the area's place. */
  colours: Rgb[]
  isWater?: true
  /** Water without an end: it goes on beyond the edge of what is known, and gets lighter towards the shore. */
  isSea?: true
}

const style = (kinds: string, ...colours: string[]): AreaStyle => ({
  kinds: kinds.split(' '),
  colours: colours.map(rgb),
})

/** Land use in the order it is painted, under the words of our datasets and those of OpenStreetMap. */
export const areaStyles: AreaStyle[] = [
  style('field farmland farmyard', '#ebe5c6', '#e6e2bb', '#eee9d0', '#e2dfb8'),
  style('meadow grass grassland scrub heath', '#d7e1bb'),
  style('wood forest', '#b3cc9c'),
  style('residential commercial office', '#e6e1d5'),
  style('gardens', '#e0e2cb'),
  style('allotments orchard vineyard', '#d6e0b9'),
  style('industry industrial depot quarry', '#d9d7d8'),
  style('harbour port', '#cfd1d5'),
  style('railway', '#d6d2cf'),
  style('park recreation_ground village_green garden', '#c3dbac'),
  style('cemetery', '#bfd0b2'),
  style('market retail', '#e9d8cb'),
  style('beach sand', '#f2e4bb'),
  style('schoolyard school hospital university', '#e9dfca'),
  style('square pedestrian', '#efe9dd'),
  style('parking', '#dcdad6'),
  style('pitch sports_centre stadium', '#a9cf9f'),
  {...style('reservoir pond river lake water canal basin', '#9fc5d8'), isWater: true},
  {...style('sea', '#8bb8d1'), isWater: true, isSea: true},
]
/** The sea at its shore. */
export const shallowColour = rgb('#b5d6de')
export const shoreColour = rgb('#6f9fb8')

/** How a road is painted: metres of the carriageway with its pavements, and the colours of both. */
export type RoadStyle = {
  classes: string[]
  metres: number
  /** Below this many pixels it is drawn this wide, and fainter; null: left out below a pixel. */
  leastPixels: number | null
  fill: Rgb
  casing: Rgb | null
}

/** Classes of roads in the order they are painted, under the words of our datasets and those of OpenStreetMap. */
export const roadStyles: RoadStyle[] = [
  {
    classes: 'path footway cycleway steps pedestrian track'.split(' '),
    metres: 2.2,
    leastPixels: null,
    fill: rgb('#d9cbb0'),
    casing: null,
  },
  {
    classes: 'lane service living_street'.split(' '),
    metres: 4,
    leastPixels: null,
    fill: rgb('#f5f2ea'),
    casing: rgb('#d9d3c6'),
  },
  {
    classes: 'local residential unclassified'.split(' '),
    metres: 6.5,
    leastPixels: 0.7,
    fill: rgb('#fbf9f4'),
    casing: rgb('#d2cbbd'),
  },
  {
    classes: 'street tertiary'.split(' '),
    metres: 9,
    leastPixels: 1,
    fill: rgb('#fdfcf8'),
    casing: rgb('#ccc3b2'),
  },
  {
    classes: 'main secondary primary'.split(' '),
    metres: 13,
    leastPixels: 1.5,
    fill: rgb('#fff7e2'),
    casing: rgb('#cdb994'),
  },
  {
    classes: 'avenue trunk motorway'.split(' '),
    metres: 18,
    leastPixels: 1.9,
    fill: rgb('#ffeec4'),
    casing: rgb('#cfb07a'),
  },
]
export const bridgeCasing = rgb('#a08f74')

export const buildingColour = rgb('#d3c8ba')
export const treeColour = rgb('#8db67a')
/** The sunny side of a crown. */
export const crownColour = rgb('#bcd6a0')
export const sunColour = rgb('#fffff4')
export const shadeColour = rgb('#3d4460')
