import {rowFaults} from '../../tools/faults/row-faults.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {dottedDate, isoDate} from '../../tools/time/days.ts'
import {clockText, dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import {bodies} from '../../world/bodies.ts'
import {cityKatottg, districts} from '../../world/districts.ts'
import {type Petition, signaturesOf, statusOf} from './petition.ts'

/** Annex 34 to resolution No. 835, then what the city adds. */
export const petitionHeader = [
  'uid',
  'kind',
  'title',
  'url',
  'text',
  'authorityName',
  'authorityId',
  'authorityCattutc',
  'startDate',
  'count',
  'creator',
  'status',
  'answerDate',
  'answerUrl',
  'answerText',
  'createdDate',
  'endDate',
  'threshold',
  'thresholdDate',
  'noticeDate',
  'rejectedDate',
  'rejectedReason',
  'scope',
  'district',
  'decision',
  'content',
  'answer',
]

/** Faults of a row, as often as publishers make them. */
export const petitionFaults = {
  dotted: {uk: 'дати у вигляді дд.мм.рррр', en: 'dates as dd.mm.yyyy'},
  cyrillicT: {uk: 'кирилична Т між датою й часом', en: 'a Cyrillic Т between date and time'},
  blankThousands: {
    uk: 'пробіл між тисячами в кількості підписів',
    en: 'a blank after the thousands of a count',
  },
  emptyCells: {uk: 'порожні клітинки замість null', en: 'empty cells instead of null'},
  shouting: {uk: 'назва самими великими літерами', en: 'a title all in capitals'},
}
export type PetitionFault = keyof typeof petitionFaults

/** The row of a petition as the site had it on the morning of `today`, and what is wrong with it. */
export function petitionRow(
  petition: Petition,
  seed: number,
  today: number,
): {cells: Cell[]; faults: PetitionFault[]} {
  const {uid, createdMinute, answeredDay, district} = petition
  const {found: faults, has} = rowFaults<PetitionFault>(seed, 'petition row', uid)

  const isDotted = has('dotted', 0.05)
  const date = (day: number | null) => (day === null ? null : isDotted ? dottedDate(day) : isoDate(day))
  const separator = isDotted ? ' ' : has('cyrillicT', 0.02) ? 'Т' : 'T'
  const signatures = signaturesOf(petition)
  const count = has('blankThousands', 0.5, signatures >= 1000)
    ? `${Math.floor(signatures / 1000)} ${String(signatures % 1000).padStart(3, '0')}`
    : signatures
  const title = has('shouting', 0.02, !petition.title.includes('№'))
    ? `${petition.title.toUpperCase()}!!!`
    : petition.title

  const cells: Cell[] = [
    uid,
    petition.kind,
    title,
    `https://petition.pryklad.example/petitions/${uid}`,
    `${uid}.txt`,
    bodies.council.name,
    bodies.council.edrpou,
    cityKatottg,
    date(petition.openedDay),
    count,
    petition.creator,
    statusOf(petition, today),
    date(answeredDay),
    answeredDay === null ? null : `https://petition.pryklad.example/answers/${uid}`,
    answeredDay === null ? null : `${uid}-${(hash(seed, uid) % 900) + 100}.pdf`,
    `${date(Math.floor(createdMinute / dayMinutes))}${separator}${clockText(createdMinute)}`,
    date(petition.closesDay),
    petition.threshold,
    date(petition.reachedDay),
    date(petition.noticeDay),
    date(petition.rejectedDay),
    petition.rejectedReason,
    petition.scope === 'city' ? 'загальноміська' : 'районна',
    district === null ? null : districts[district]!.katottg,
    petition.decision,
    petition.text,
    petition.answer,
  ]
  const nothing = has('emptyCells', 0.04, cells.includes(null)) ? null : 'null'
  return {cells: cells.map(cell => cell ?? nothing), faults}
}
