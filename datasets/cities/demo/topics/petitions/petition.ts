import type {PetitionScope} from './petition-rules.ts'

export type PetitionDecision = 'Підтримано' | 'Підтримано частково' | 'Не підтримано'

/** A petition with all that has become of it. Days are whole numbers, null where nothing has happened yet. */
export type Petition = {
  uid: string
  kind: string
  title: string
  text: string
  creator: string
  scope: PetitionScope
  /** Index of the district it is about. */
  district: number | null
  createdMinute: number
  rejectedDay: number | null
  rejectedReason: string | null
  openedDay: number | null
  /** The first day on which nobody can sign any more, unless the threshold ended collecting before. */
  closesDay: number | null
  threshold: number | null
  /** At the end of each day of collecting, from `openedDay`. */
  counts: number[]
  reachedDay: number | null
  /** The notice that the council considers it: from here the ten working days run. */
  noticeDay: number | null
  answeredDay: number | null
  decision: PetitionDecision | null
  answer: string | null
  /** A day on which the site showed no signatures at all. */
  zeroDay: number | null
  /** Signatures that came between two and four of one night, `age` days after the beginning of collecting. */
  night: {age: number; signatures: number} | null
}

/** Signatures so far. */
export const signaturesOf = ({counts}: Petition): number => counts.at(-1) ?? 0

/** After this many days a petition that failed is moved to the archive. */
const archivedAfterDays = 730

/** The state in the words of the council's site, on the morning of `today`. */
export function statusOf(petition: Petition, today: number): string {
  const {rejectedDay, openedDay, closesDay, noticeDay, answeredDay} = petition
  if (rejectedDay !== null) return 'Відхилено'
  if (openedDay === null) return 'На модерації'
  if (answeredDay !== null) return 'З відповіддю'
  if (noticeDay !== null) return 'На розгляді'
  if (petition.reachedDay !== null || closesDay! >= today) return 'Триває збір підписів'
  // The words of the national sites: too few signatures, no refusal.
  return closesDay! + archivedAfterDays < today ? 'Архів' : 'Не підтримано'
}
