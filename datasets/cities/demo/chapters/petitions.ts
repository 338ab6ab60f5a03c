import type {Chapter, Dirt, Scope} from '../chapter.ts'
import {unitOf} from '../numbers/hash.ts'
import type {Petition} from '../petitions/petition.ts'
import {filingsOn} from '../petitions/petition-filings.ts'
import {livePetition} from '../petitions/petition-life.ts'
import {type PetitionFault, petitionFaults, petitionHeader, petitionRow} from '../petitions/petition-rows.ts'
import {lateKind} from '../petitions/petition-topics.ts'
import {
  copiedTitle,
  dropTitle,
  nightTitle,
  plantedPetitions,
  zeroTitle,
} from '../petitions/planted-petitions.ts'
import {signatureSeconds} from '../petitions/signature-times.ts'
import {dateOf, isoDate, two} from '../time/days.ts'
import type {CsvFile} from '../write/csv-file.ts'
import type {Outbox} from '../write/outbox.ts'

const list = 'petitions/petitions.demo.csv'
const snapshots = 'petitions/signatures-*.demo.csv'
const times = 'petitions/signature-times.demo.csv'
const style = {delimiter: ';'} as const

/** Petitions on a page of the site’s list. */
const pageLength = 30
/** For so many days back the times of signatures are kept. */
const timesDays = 60

export const petitions: Chapter = {
  id: 'petitions',
  title: {uk: 'Електронні петиції', en: 'E-petitions'},
  needsGround: false,
  truths: [
    {
      id: 'petition-signed-at-night',
      title: {
        uk: 'Одну петицію підписали дев’ятсот разів за дві нічні години',
        en: 'One petition was signed nine hundred times in two hours of a night',
      },
      where: {
        uk: `${times}: «${nightTitle}», одна ніч між 02:00 та 04:00, підпис кожні вісім секунд. У ${snapshots} того дня стрибок, і поріг досягнуто одним махом.`,
        en: `${times}: «${nightTitle}», one night between 02:00 and 04:00, a signature every eight seconds. On that day the count in ${snapshots} leaps over the threshold.`,
      },
    },
    {
      id: 'petition-rules-changed',
      title: {
        uk: 'Після зміни правил поріг долають частіше',
        en: 'More petitions reach the threshold since the rules changed',
      },
      where: {
        uk: `${list}: threshold 1000 стає 600 (районні: 350 – 200), а збір скорочується з 90 днів до 60. Частка петицій, що мають thresholdDate, серед тих, чий збір закінчився, зростає щонайменше в півтора раза.`,
        en: `${list}: threshold falls from 1000 to 600 (districts: 350 to 200), collecting from 90 days to 60. Of petitions whose collection is over, the share with a thresholdDate rises by half or more.`,
      },
    },
    {
      id: 'petition-topic-answered-late',
      title: {
        uk: `На петиції з теми «${lateKind}» завжди відповідають із запізненням`,
        en: `Petitions about transport («${lateKind}») are always answered late`,
      },
      where: {
        uk: `${list}: робочі дні від noticeDate до answerDate за темами kind. Інші теми вкладаються в десять днів у трьох випадках із чотирьох, ця – у жодному.`,
        en: `${list}: working days from noticeDate to answerDate by kind. Other topics keep to ten days three times out of four, this one never.`,
      },
    },
    {
      id: 'petition-copied',
      title: {
        uk: 'Одну петицію списано тричі, тож підписи розпорошено',
        en: 'One petition was copied three times, and its signatures scattered',
      },
      where: {
        uk: `${list}: «${copiedTitle}» і ще три майже з тим самим content. Жодна не набрала 600, а разом їх підписали понад 600 разів.`,
        en: `${list}: «${copiedTitle}» and three more with almost the same content. None reached 600; together they were signed more than 600 times.`,
      },
    },
    {
      id: 'petition-count-zero',
      title: {uk: 'Лічильник на день показав нуль', en: 'A counter showed zero for a day'},
      where: {
        uk: `${snapshots}: «${zeroTitle}», один день count = 0 між звичайними значеннями: помилка сайту, а не людей.`,
        en: `${snapshots}: «${zeroTitle}», count is 0 on one day between ordinary values: the site’s fault, not people’s.`,
      },
    },
    {
      id: 'petition-count-falls',
      title: {
        uk: 'Двадцята частина підписів зникла й не повернулася',
        en: 'A twentieth of the signatures went and did not come back',
      },
      where: {
        uk: `${snapshots}: «${dropTitle}», за один день count меншає на 5 % і росте далі вже від меншого.`,
        en: `${snapshots}: «${dropTitle}», count falls by 5 % in a day and goes on from there.`,
      },
    },
  ],

  write(scope, outbox) {
    const {seed, scale, today, firstDay} = scope
    const pages = new ListOfPetitions(scope, outbox)
    const scrapes = new Scrapes(scope, outbox)
    for (let day = firstDay; day < today; day++) {
      const count = filingsOn(day, firstDay, seed, scale)
      for (let index = 0; index < count; index++) {
        const petition = livePetition(scope, day, index + 1, index)
        pages.add(petition)
        scrapes.follow(petition)
      }
      plantedPetitions.forEach((plan, index) => {
        if (today - plan.daysAgo !== day) return
        const petition = livePetition(scope, day, count + 1 + index, `planted ${index}`, plan)
        pages.add(petition)
        scrapes.follow(petition)
      })
      scrapes.take(day)
    }
    return {dirt: [...pages.close(), ...scrapes.close()]}
  },
}

/** The list as it was read page by page: when one comes in meanwhile, the last of a page is on the next again. */
class ListOfPetitions {
  #scope: Scope
  #outbox: Outbox
  #csv: CsvFile
  #rows = 0
  #repeated = 0
  #faults = new Map<PetitionFault, number>()

  constructor(scope: Scope, outbox: Outbox) {
    this.#scope = scope
    this.#outbox = outbox
    this.#csv = outbox.csv(list, petitionHeader, style)
  }

  add(petition: Petition): void {
    const {seed, today} = this.#scope
    const {cells, faults} = petitionRow(petition, seed, today)
    this.#csv.row(cells)
    for (const fault of faults) this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1)
    this.#rows++
    if (this.#rows % pageLength === 0 && unitOf(seed, 'page of petitions', this.#rows) < 0.3) {
      this.#csv.row(cells)
      this.#repeated++
    }
  }

  close(): Dirt[] {
    this.#outbox.done(this.#csv)
    const kinds = Object.entries(petitionFaults) as [PetitionFault, Dirt['fault']][]
    return [
      {
        file: list,
        fault: {
          uk: 'та сама петиція на двох сусідніх сторінках списку',
          en: 'the same petition on two neighbouring pages of the list',
        },
        count: this.#repeated,
      },
      ...kinds.map(([kind, fault]) => ({file: list, fault, count: this.#faults.get(kind) ?? 0})),
    ]
  }
}

/** Counts as they were read from the site once a day, and for the last weeks when each signature came. */
class Scrapes {
  #scope: Scope
  #outbox: Outbox
  #times: CsvFile
  #file: {year: number; csv: CsvFile} | undefined
  /** Petitions whose collection is not over; the only ones held. */
  #open: Petition[] = []
  #skippedDays = 0
  #doubledDays = 0

  constructor(scope: Scope, outbox: Outbox) {
    this.#scope = scope
    this.#outbox = outbox
    this.#times = outbox.csv(times, ['uid', 'signedAt'], style)
  }

  follow(petition: Petition): void {
    if (petition.counts.length > 0) this.#open.push(petition)
  }

  take(day: number): void {
    const {seed, today} = this.#scope
    const csv = this.#fileOf(dateOf(day).year)
    const isSkipped = unitOf(seed, 'snapshot failed', day) < 0.004
    const isDoubled = !isSkipped && unitOf(seed, 'snapshot twice', day) < 0.003
    if (isSkipped) this.#skippedDays++
    if (isDoubled) this.#doubledDays++
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
    return [
      {
        file: snapshots,
        fault: {uk: 'день без жодного знімка', en: 'a day without any snapshot'},
        count: this.#skippedDays,
      },
      {
        file: snapshots,
        fault: {uk: 'день, знімок якого записано двічі', en: 'a day whose snapshot was written twice'},
        count: this.#doubledDays,
      },
    ]
  }

  #fileOf(year: number): CsvFile {
    if (this.#file?.year !== year) {
      if (this.#file) this.#outbox.done(this.#file.csv)
      const csv = this.#outbox.csv(snapshots.replace('*', String(year)), ['uid', 'date', 'count'], style)
      this.#file = {year, csv}
    }
    return this.#file.csv
  }
}

function timesOf(petition: Petition, day: number, seed: number): {uid: string; second: number}[] {
  const {uid, counts, openedDay, night} = petition
  const age = day - openedDay!
  const count = counts[age]! - (counts[age - 1] ?? 0)
  const atNight = night?.age === age ? night.signatures : 0
  return signatureSeconds(seed, uid, day, count, atNight, age === 0).map(second => ({uid, second}))
}

const clock = (second: number) =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
