import type {Building} from '../../world/ground/ground.ts'

export type UtilityKind =
  | 'supply'
  | 'substation'
  | 'intake'
  | 'main pump'
  | 'zone pump'
  | 'sewage pump'
  | 'boiler house'
  | 'hospital'
  | 'fire station'

/** Something that feeds or is fed. */
export type UtilityNode = {
  uid: string
  kind: UtilityKind
  name: string
  /** The one that it is in. */
  building: Building
  capacity: number
  unit: 'МВА' | 'м3/год' | 'Гкал/год' | 'ліжок' | 'автомобілів'
  /** Hours for which it can do without the grid; null is unknown, of the grid’s own parts meaningless. */
  backupHours: number | null
}

/** What a node depends on. A `reserve` takes over when the `main` one fails. */
export type UtilityLink = {
  uid: string
  from: string
  to: string
  medium: 'електроенергія' | 'вода'
  /** Name of the line; links of one feeder fail together. */
  feeder: string
  role: 'main' | 'reserve'
}

/** How publishers write the kinds. */
export const utilityKindNames: Record<UtilityKind, string> = {
  supply: 'вузлова підстанція',
  substation: 'підстанція',
  intake: 'водозабір',
  'main pump': 'головна насосна станція',
  'zone pump': 'насосна станція зони',
  'sewage pump': 'каналізаційна насосна станція',
  'boiler house': 'котельня',
  hospital: 'лікарня',
  'fire station': 'пожежна частина',
}
