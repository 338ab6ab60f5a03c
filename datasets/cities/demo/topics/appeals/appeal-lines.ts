import type {Scope} from '../../chapter.ts'
import {drawPlainPhone} from '../../tools/language/contacts.ts'
import {drawPerson, shortName} from '../../tools/language/people.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {type Intervention, interventionsBefore} from '../../world/interventions.ts'
import {AppealTexts} from './appeal-texts.ts'
import {applicantCategory} from './applicant-category.ts'
import type {Arrival} from './arrival.ts'
import {type Calendar, dotted} from './calendar.ts'
import {channelIds, channels} from './channels.ts'
import {basisNames, signCodes, subjectCodes} from './columns.ts'
import {type Course, followCourse, statuses} from './course.ts'
import type {DayConditions} from './day-conditions.ts'
import {executorOf} from './executor-of.ts'
import {hastened} from './executors.ts'
import type {Fault, Faults} from './faults.ts'
import {kindVariants} from './kind-variants.ts'
import {districtCell, isAtHome, positionCells} from './place-cells.ts'
import {type Problem, problems} from './problems.ts'
import {Routes} from './routes.ts'

const needsQuotes = /[;"\r\n]/
const cell = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Turns arrivals into lines of the register, in the order in which they came in. */
export class AppealLines {
  #calendar: Calendar
  #faults: Faults
  #texts: AppealTexts
  #renamedOn: number
  #dispatcher: Intervention
  /** UTC minute at which the story ends. */
  #end: number
  #year = ''
  #number = 0

  /** @param conditions of every day that is told */
  constructor(
    {firstDay, today, events, ground}: Scope,
    calendar: Calendar,
    conditions: readonly DayConditions[],
    faults: Faults,
  ) {
    this.#calendar = calendar
    this.#faults = faults
    this.#texts = new AppealTexts(
      events.renamedOn,
      new Routes(ground()),
      day => conditions[day - firstDay]!,
      faults,
    )
    this.#renamedOn = events.renamedOn
    this.#dispatcher = interventionsBefore(today)[0]
    this.#end = calendar.toUtc(today * dayMinutes)
  }

  /** Writes the line of an arrival; two where its number stands in the register twice. */
  write(arrival: Arrival, line: (text: string) => void): void {
    const {minute, place, cluster} = arrival
    const calendar = this.#calendar
    const faults = this.#faults
    const problem = problems[arrival.problem]!
    const executor = executorOf(problem, place)
    const channel = channels[channelIds[arrival.channel]!]
    const day = Math.floor(minute / dayMinutes)
    const isFollowed =
      day >= this.#dispatcher.from && this.#dispatcher.treated.includes(place.building.district)
    const hand = isFollowed ? hastened(executor) : executor
    const received = calendar.toUtc(minute)
    const draw = new Draw(arrival.key)
    const fault = faults.of(draw.unit())
    const course = followCourse(received, problem, hand, channel, cluster, calendar, this.#end, draw)

    const uid = this.#nextUid(calendar.date(day))
    const firstUid = cluster?.firstUid ?? ''
    if (cluster && firstUid === '') cluster.firstUid = uid

    const isCollective = channel.voice === 'letter' && isAtHome(problem) && draw.chance(0.12)
    const isAnonymous = channel.voice === 'operator' && draw.chance(0.06)
    const closedOn = Number.isNaN(course.closed)
      ? ''
      : dotted(calendar.date(Math.floor(calendar.toLocal(course.closed) / dayMinutes)))
    const isOldName = this.#texts.next(arrival, course, closedOn, draw)
    if (isOldName) faults.count('oldStreet')
    const {now, former} = place.street
    const street = isOldName || (former !== null && day < this.#renamedOn) ? former! : now

    const text = this.#texts.content(problem, course, channel.voice, isCollective, draw)
    const applicant = this.#applicant(problem, day, course, isAnonymous, draw)
    // A semicolon in a text that nothing encloses. With an empty last cell most readers would take the line as it is,
    // and every cell for the one before it.
    const canSplit = text.includes('. ') && !text.includes('\n') && !applicant.endsWith(';')
    const isSplit = canSplit && this.#happens('tooManyCells', fault)
    const head =
      `${uid};${this.#received(minute, channel.voice)};${typeOf(problem, course, draw)};` +
      `${this.#kind(problem, fault, draw)};${problem.name};${isSplit ? text.replace('. ', '; ') : cell(text)};` +
      `${channel.name};${districtCell(place.building.district, day, this.#renamedOn, fault, faults, draw)};${street};` +
      `${place.building.house};${positionCells(problem, course, place, fault, faults, draw)};`
    if (this.#happens('tooFewCells', fault)) {
      line(`${head}${statuses[course.status]};${executor.name}`)
      return
    }

    const body = `${executor.name}${this.#happens('trailingBlank', fault) ? '  ' : ''};${executor.code};`
    const times =
      `${this.#moment(course.registered)};${this.#moment(course.firstResponse)};${basisNames[course.basis]};` +
      `${course.term};${this.#moment(course.due)};${this.#moment(course.extended)};`
    const sign =
      signCodes[
        course.isDuplicate
          ? 'duplicate'
          : course.isRepeated
            ? 'repeated'
            : firstUid !== ''
              ? 'mass'
              : 'initial'
      ]
    const subject = subjectCodes[isCollective ? 'collective' : isAnonymous ? 'anonymous' : 'individual']
    const isPublic = course.basis === 'service' && draw.chance(0.3) ? 'True' : 'False'

    // A register that is exported while it is worked on may hold a number twice.
    if (!Number.isNaN(course.closed) && this.#happens('repeatedNumber', fault))
      line(`${head}${statuses.working};${body}null;${times};;${sign};${subject};;${isPublic};${applicant}`)

    const result = this.#texts.answer(problem, executor, channel.voice, course, firstUid, draw)
    const joined = course.isDuplicate ? firstUid : ''
    line(
      `${head}${statuses[course.status]};${body}${result ? cell(result) : 'null'};${times}` +
        `${this.#closed(course, received, fault, draw)};${this.#moment(course.reopened)};${sign};${subject};${joined};` +
        `${isPublic};${applicant}`,
    )
  }

  /** Is this the fault the row is to have? Then it is counted. */
  #happens(fault: Fault, chosen: Fault | null): boolean {
    if (fault !== chosen) return false
    this.#faults.count(fault)
    return true
  }

  /** 2026/123: numbers run within a year. */
  #nextUid(date: string): string {
    const year = date.slice(0, 4)
    if (year !== this.#year) {
      this.#year = year
      this.#number = 0
    }
    return `${year}/${++this.#number}`
  }

  #moment(utc: number): string {
    return Number.isNaN(utc) ? '' : this.#calendar.text(this.#calendar.toLocal(utc))
  }

  /** Letters are typed in by hand, with the Ukrainian keyboard on. */
  #received(minute: number, voice: string): string {
    if (voice !== 'letter') return this.#calendar.text(minute)
    this.#faults.count('cyrillicT')
    return this.#calendar.text(minute, 'Т')
  }

  #kind({kind}: Problem, fault: Fault | null, draw: Draw): string {
    return this.#happens('kindVariant', fault) ? draw.pick(kindVariants[kind]!) : kind
  }

  #closed({closed}: Course, received: number, fault: Fault | null, draw: Draw): string {
    if (Number.isNaN(closed)) return ''
    if (this.#happens('closedBeforeReceived', fault)) return this.#moment(received - 5 - draw.below(9000))
    // A year mistyped by ten.
    if (this.#happens('closedInFuture', fault)) return this.#moment(closed + 3653 * dayMinutes)
    return this.#moment(closed)
  }

  /** Category, name and phone of who asks: the law wants a name, a call only what the caller gives. */
  #applicant({kind}: Problem, day: number, {basis}: Course, isAnonymous: boolean, draw: Draw): string {
    const isNamed = basis === 'statutory' && !isAnonymous
    const category = isNamed ? applicantCategory(kind, day, this.#texts.isWoman, draw) : ''
    const name = isNamed ? shortName(drawPerson(draw, this.#texts.isWoman)) : ''
    const phone = !isAnonymous && draw.chance(isNamed ? 0.6 : 0.15) ? drawPlainPhone(draw) : ''
    return `${category};${name};${phone}`
  }
}

/** The annex's kind of appeal. */
function typeOf({dueHours}: Problem, {basis}: Course, draw: Draw): string {
  if (basis === 'consultation') return 'Запит на інформацію'
  if (basis === 'service') return dueHours <= 24 ? 'Аварійна заявка' : 'Заявка'
  return draw.chance(0.56) ? 'Скарга' : draw.chance(0.84) ? 'Заява' : 'Пропозиція'
}
