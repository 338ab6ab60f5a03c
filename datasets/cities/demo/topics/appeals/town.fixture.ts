import {transliterate} from '../../tools/language/transliterate.ts'
import type {Building, BuildingKind, Ground, Street} from '../../world/ground/ground.ts'

const names = [
  'вул. Лиманна',
  'вул. Козача',
  'вул. Чайок',
  'просп. Миру',
  'вул. 2-га Польова',
  'вул. Вербова',
  'пров. Якірний',
  'вул. Садова',
  'бульв. Каштановий',
  'вул. Літня',
  'узвіз Крутий',
  'вул. Степова',
  'вул. Ковальська',
  'шосе Дальнє',
  'вул. Причальна',
  'наб. Річкова',
  'вул. Полинова',
  'вул. Широка',
  'пров. 3-й Тихий',
  'вул. Морська',
]
const formerNames: Record<string, string> = {
  'вул. Козача': 'вул. Жовтнева',
  'вул. Вербова': 'вул. 50-річчя Жовтня',
  'вул. Причальна': 'вул. Ударників',
}

/** What stands in each of the five districts, house after house. */
const kindsOf: BuildingKind[][] = [
  ['tenement', 'tenement', 'shop', 'tenement', 'office'],
  ['tenement', 'house', 'slab5', 'warehouse'],
  ['slab9', 'slab5', 'slab5', 'tower', 'school'],
  ['house', 'house', 'house', 'dacha', 'slab5'],
  ['house', 'tenement', 'shop', 'dacha'],
]
const storeysOf: Partial<Record<BuildingKind, number>> = {
  tenement: 3,
  slab5: 5,
  slab9: 9,
  tower: 16,
  school: 3,
}
const dwellingsOf: Partial<Record<BuildingKind, number>> = {
  tenement: 18,
  slab5: 70,
  slab9: 140,
  tower: 110,
  house: 1,
  dacha: 1,
}

/** A small town in the shape of the ground: 1,200 houses in 20 streets, a market and a beach. */
export function smallTown(): Ground {
  const streets: Street[] = names.map((name, index) => ({
    id: `PRS-${index}`,
    name: {uk: name, en: transliterate(name)},
    former: formerNames[name] ? {uk: formerNames[name], en: transliterate(formerNames[name])} : null,
    kind: 'street',
    districts: [index % 5],
    edges: [],
  }))
  const buildings = names.flatMap((_, street) =>
    Array.from({length: 60}, (_, step): Building => {
      const district = street % 5
      const kind =
        street === 14 && step === 30 ? 'market' : kindsOf[district]![step % kindsOf[district]!.length]!
      const dwellings = dwellingsOf[kind] ?? 0
      const centre = [1500 + step * 60, 1500 + street * 220] as const
      return {
        id: `PR-${street * 60 + step}`,
        kind,
        outline: [],
        holes: [],
        parts: [],
        storeys: storeysOf[kind] ?? 1,
        heightMetres: 3,
        eavesMetres: 3,
        groundMetres: 1 + ((step * 7) % 40),
        roof: 'flat',
        year: 1900 + ((street * 13 + step) % 120),
        dwellings,
        residents: [0, 0, dwellings * 2, 0],
        district,
        street,
        house: String(step + 1),
        postcode: '00101',
        centre,
      }
    }),
  )
  return {
    terrain: {heights: new Float32Array(), water: new Uint8Array()},
    streets,
    network: {nodes: [], edges: []},
    buildings,
    districtOutlines: [],
    areas: [
      {
        kind: 'beach',
        name: null,
        rings: [
          [
            [1500, 1200],
            [3000, 1200],
            [5000, 1250],
          ],
        ],
      },
    ],
    trees: {
      count: 0,
      x: new Float32Array(),
      y: new Float32Array(),
      heightMetres: new Float32Array(),
      crownMetres: new Float32Array(),
      species: new Uint8Array(),
      planted: new Uint16Array(),
      street: new Int16Array(),
    },
  }
}
