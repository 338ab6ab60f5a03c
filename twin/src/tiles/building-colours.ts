import type {BuildingFacts} from './tile-building.ts'

/** What the colours of a building are guessed from. */
export type ColourFacts = Pick<BuildingFacts, 'building_id' | 'use' | 'levels' | 'height_m' | 'year' | 'roof'>

const wallColours = [
  // Old town: limewash and plaster.
  '#efe3cb',
  '#e9d5b5',
  '#e6c9a4',
  '#dcbf9f',
  '#e3e0cc',
  '#ecdcd0',
  '#d5dadb',
  // Houses: white, plaster, brick.
  '#f3efe6',
  '#eae1d1',
  '#decab0',
  '#d0ab8f',
  // Panels and towers.
  '#dcd8cf',
  '#d2cdc3',
  '#e0d7c6',
  '#e6e6e2',
  '#d5d9dc',
  // What is public.
  '#ecd9a6',
  '#e9e2d2',
  // Works, sheds, churches.
  '#c0c8cf',
  '#cccfcf',
  '#b6bec4',
  '#beb5a8',
  '#b0a89c',
  '#f7f4ec',
] as const

// Tiles, slate and fibre cement, bitumen, sheet.
const roofColours = [
  '#ac6b54',
  '#a0634f',
  '#905f4f',
  '#9c7b66',
  '#7b7f85',
  '#a8a7a1',
  '#a3a3a1',
  '#949595',
  '#b9b8b4',
  '#96a3ae',
  '#a7b2ba',
  '#7d998a',
  '#b89a5e',
] as const

const oldWalls = [0, 1, 2, 3, 4, 5, 6]
const houseWalls = [7, 7, 8, 8, 9, 10, 0]
const panelWalls = [11, 12, 13]
const towerWalls = [14, 15]
const publicWalls = [16, 17, 17, 5]
const workWalls = [18, 19, 20]
const shedWalls = [21, 22]
const tiles = [0, 0, 1, 1, 2, 3]
const houseRoofs = [0, 1, 2, 2, 3, 4, 5, 5]
const bitumen = [6, 7, 8]

type Look = {walls: number[]; flat: number[]; pitched: number[]}

/** Words for what a building is for, in Ukrainian registers and in OpenStreetMap; the first that fits. */
const looks: [words: RegExp, look: Look][] = [
  [/церкв|храм|church|cathedral|chapel/i, {walls: [23], flat: [11], pitched: [11, 12]}],
  [
    /гараж|сарай|господар|підстанц|котельн|garage|shed|hut|carport|barn/i,
    {walls: shedWalls, flat: bitumen, pitched: [5, 3]},
  ],
  [
    /виробн|склад|завод|елеватор|промис|industr|factory|warehouse|silo|hangar|depot/i,
    {walls: workWalls, flat: [6, 8, 10], pitched: [9, 10]},
  ],
  [
    /школ|садок|дитяч|лікар|поліклін|громадськ|вокзал|установ|school|kindergarten|hospital|public|office|civic|station|university|theatre/i,
    {walls: publicWalls, flat: bitumen, pitched: [1, 4, 11]},
  ],
  [/магазин|ринок|торг|retail|shop|commercial|market/i, {walls: [17, 13, 15], flat: bitumen, pitched: tiles}],
  [/садов|дач|dacha|cabin|bungalow/i, {walls: houseWalls, flat: bitumen, pitched: houseRoofs}],
]
const old: Look = {walls: oldWalls, flat: bitumen, pitched: tiles}
const house: Look = {walls: houseWalls, flat: bitumen, pitched: houseRoofs}
const panel: Look = {walls: panelWalls, flat: bitumen, pitched: tiles}
const tower: Look = {walls: towerWalls, flat: bitumen, pitched: bitumen}

/**
 * Colours of a building's walls and of its roof, as #rrggbb. Nobody publishes what colour a house is: these are what
 * such houses often look like, so that an old quarter, an estate and a harbour can be told apart. The same building, the
 * same colours.
 */
export function buildingColours(facts: ColourFacts): {walls: string; roof: string} {
  const {walls, flat, pitched} = lookOf(facts)
  const hash = hashOf(facts.building_id)
  const isFlat = facts.roof === null ? storeys(facts) > 4 : facts.roof === 'flat'
  const roofs = isFlat ? flat : pitched
  return {
    walls: wallColours[walls[hash % walls.length]!]!,
    roof: roofColours[roofs[(hash >>> 8) % roofs.length]!]!,
  }
}

function lookOf(facts: ColourFacts): Look {
  const named = looks.find(([words]) => words.test(facts.use ?? ''))
  if (named) return named[1]
  const floors = storeys(facts)
  if (floors >= 12) return tower
  if (floors >= 5 && (facts.year ?? 1970) >= 1945) return panel
  return floors <= 2 && (facts.year ?? 1960) >= 1920 ? house : old
}

const storeys = ({levels, height_m}: ColourFacts) => levels ?? (height_m ?? 6) / 3

/** FNV-1a of a text's characters, mixed once more: whole numbers from 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}
