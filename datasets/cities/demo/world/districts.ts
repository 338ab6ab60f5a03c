import type {Text} from '../../../src/index.ts'

/** A district of the city. `katottg` stands under a prefix that the national codifier does not have. */
export type District = {katottg: string; name: Text; former: Text | null}

/** The city itself, in the same codifier. */
export const cityKatottg = 'UA99020010010010001'

/** By their index everything else knows a district. The second was renamed on `events.renamedOn`. */
export const districts: District[] = [
  {katottg: 'UA99020010010110002', name: {uk: 'Середмістський', en: 'Seredmistskyi'}, former: null},
  {
    katottg: 'UA99020010010210003',
    name: {uk: 'Гаванський', en: 'Havanskyi'},
    former: {uk: 'Гвардійський', en: 'Hvardiiskyi'},
  },
  {katottg: 'UA99020010010310004', name: {uk: 'Степовий', en: 'Stepovyi'}, former: null},
  {katottg: 'UA99020010010410005', name: {uk: 'Заріччянський', en: 'Zarichchianskyi'}, former: null},
  {katottg: 'UA99020010010510006', name: {uk: 'Узбережний', en: 'Uzberezhnyi'}, former: null},
]

export const districtIndex = {
  seredmistskyi: 0,
  havanskyi: 1,
  stepovyi: 2,
  zarichchianskyi: 3,
  uzberezhnyi: 4,
} as const
