import type {Write} from '../../../tools/language/grammar.ts'
import type {StreetWords} from '../../../tools/language/street-words.ts'
import type {Draw} from '../../../tools/numbers/draw.ts'
import type {Line} from '../../transit/line-table.ts'

/** What is written of one situation (see topic.ts), and how its place is said. */
export type MatterWriters = Record<
  | 'fact'
  | 'told'
  | 'ask'
  | 'done'
  | 'located'
  | 'address'
  | 'spot'
  | 'care'
  | 'concern'
  | 'operator'
  | 'screen',
  Write<About>
>

/** What a text is about. One object may serve many texts; `said` is emptied between them. */
export type About = {
  matter: MatterWriters
  isWoman: boolean
  street: StreetWords
  house: string
  storeys: number
  dwellings: number
  entrances: number
  /** See fitting.ts. */
  traits: number
  /** A line that residents of the house take; drawn when first asked for. */
  line: Line | null
  drawLine: (draw: Draw) => Line
  /** The city's hour at which it came in, the month from 1 and the year. */
  hour: number
  month: number
  year: number
  /** Of its closing: 21.11.2026. */
  closedOn: string
  /** «, кв. 45» where the text is to give the flat away; empty once it has. */
  flat: string
  /** What it has said already and must keep to: for how long, how cold, on which floor. */
  said: Map<string, string>
}
