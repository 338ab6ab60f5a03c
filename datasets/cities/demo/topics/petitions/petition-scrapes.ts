import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {dateOf, isoDate, two} from '../../tools/time/days.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Petition} from './petition.ts'
import {signatureSeconds} from './signature-times.ts'

/** One file a year: `*` is the year. */
export const snapshotFiles = 'petitions/signatures-*.demo.csv'
export const signatureTimesFile = 'petitions/signature-times.demo.csv'
const style = {delimiter: ';'} as const

const dirt = {
  skipped: {uk: 'день без жодного знімка', en: 'a day without any snapshot'},
  doubled: {uk: 'день, знімок якого записано двічі', en: 'a day whose snapshot was written twice'},
}

/** For so many days back the times of signatures are kept. */
const timesDays = 60

type Collecting = Pick<Petition, 'uid' | 'openedDay' | 'counts' | 'zeroDay' | 'night'>

/** Counts as they were read from the site once a day, and for the last weeks when each signature came. */
export class PetitionScrapes {
  #scope: Scope
  #outbox: Outbox
  #times: CsvFile
  #file: {year: number; csv: CsvFile} | undefined
  /** Petitions whose collection is not over; the only ones held, without their texts. */
  #open: Collecting[] = []
  #counts = noneOf(dirt)

  constructor(scope: Scope, outbox: Outbox) {
    this.#scope = scope
    this.#outbox = outbox
    this.#times = outbox.csv(signatureTimesFile, ['uid', 'signedAt'], style)
  }

  follow(petition: Petition): void {
    const {uid, openedDay, counts, zeroDay, night} = petition
    if (counts.length > 0) this.#open.push({uid, openedDay, counts, zeroDay, night})
  }

  take(day: number): void {
    const {seed, today} = this.#scope
    const csv = this.#fileOf(dateOf(day).year)
    const isSkipped = unitOf(seed, 'snapshot failed', day) < 0.004
    const isDoubled = !isSkipped && unitOf(seed, 'snapshot twice', day) < 0.003
    if (isSkipped) this.#counts.skipped++
    if (isDoubled) this.#counts.doubled++
    const date = isoDate(day)
    const signed: {uid: string; second: number}[] = []
    this.#open = this.#open.filter(petition => {
      const age = day - petition.openedDay!
      if (age < 0) return true
      const count = petition.counts[age]!
      const shown = petition.zeroDay === day ? 0 : count
      if (!isSkipped) csv.row([petition.uid, date, shown])
      if (isDoubled) csv.row([petition.uid, date, shown])
      if (day >= today - timesDays) signed.push(...timesOf(petition, day, seed))
      return age < petition.counts.length - 1
    })
    signed.sort((a, b) => a.second - b.second || (a.uid < b.uid ? -1 : 1))
    for (const {uid, second} of signed) this.#times.row([uid, `${date}T${clock(second)}`])
  }

  close(): Dirt[] {
    if (this.#file) this.#outbox.done(this.#file.csv)
    this.#outbox.done(this.#times)
    return dirtOf(snapshotFiles, dirt, this.#counts)
  }

  #fileOf(year: number): CsvFile {
    if (this.#file?.year !== year) {
      if (this.#file) this.#outbox.done(this.#file.csv)
      const csv = this.#outbox.csv(snapshotFiles.replace('*', String(year)), ['uid', 'date', 'count'], style)
      this.#file = {year, csv}
    }
    return this.#file.csv
  }
}

function timesOf(petition: Collecting, day: number, seed: number): {uid: string; second: number}[] {
  const {uid, counts, openedDay, night} = petition
  const age = day - openedDay!
  const count = counts[age]! - (counts[age - 1] ?? 0)
  const atNight = night?.age === age ? night.signatures : 0
  return signatureSeconds(seed, uid, day, count, atNight, age === 0).map(second => ({uid, second}))
}

const clock = (second: number) =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
