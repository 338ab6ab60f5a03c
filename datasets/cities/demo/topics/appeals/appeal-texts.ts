import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Arrival} from './arrival.ts'
import type {Channel} from './channels.ts'
import type {Course} from './course.ts'
import type {DayConditions} from './day-conditions.ts'
import {type Executor, executors} from './executors.ts'
import type {Faults} from './faults.ts'
import {habit, isAtHome} from './place-cells.ts'
import type {Problem} from './problems.ts'
import type {Routes} from './routes.ts'
import type {About} from './texts/about.ts'
import {compose} from './texts/compose.ts'
import {type Confidence, confidencesPerThousand} from './texts/confidences.ts'
import {dayTraitsOf, hourTraitsOf} from './texts/fitting.ts'
import {mattersOf, writeAnswer} from './texts/write-texts.ts'

type Trade = 'Utility' | 'Housing' | 'Streets' | 'Office' | 'Social' | 'Land'

/** Whose words an executor has; all others are of the streets. */
const trades = new Map<Executor, Trade>([
  [executors.heat, 'Utility'],
  [executors.water, 'Utility'],
  [executors.power, 'Utility'],
  [executors.lifts, 'Housing'],
  [executors.housingOne, 'Housing'],
  [executors.housingTwo, 'Housing'],
  [executors.transport, 'Office'],
  [executors.inspection, 'Office'],
  [executors.ecology, 'Office'],
  [executors.economy, 'Office'],
  [executors.centre, 'Social'],
  [executors.social, 'Social'],
  [executors.planning, 'Land'],
])
const tradeOf = (executor: Executor): Trade => trades.get(executor) ?? 'Streets'

function explanationOf({explained, pace}: Problem, executor: Executor): keyof typeof writeAnswer {
  if (explained === 1) return 'formal'
  const trade = tradeOf(executor)
  return pace === 'emergency' && (trade === 'Streets' || trade === 'Housing')
    ? 'explainedUrgent'
    : `explained${trade}`
}

/** Offices write; all others mend. */
const isOffice = (executor: Executor) => !['Utility', 'Housing', 'Streets'].includes(tradeOf(executor))

const {flat: flatsPerThousand, ...perThousand} = confidencesPerThousand
const confidencesAsked = Object.entries(perThousand) as [Confidence, number][]
const allPerThousand = confidencesAsked.reduce((sum, [, count]) => sum + count, 0)

/** Writes what residents say and executors answer, row after row, and counts what the texts give away. */
export class AppealTexts {
  #renamedOn: number
  #routes: Routes
  /** The day last written of, and what it is. */
  #day = Number.NaN
  #dayTraits = 0
  #conditionsOn: (day: number) => DayConditions
  #faults: Faults
  #about: About

  constructor(
    renamedOn: number,
    routes: Routes,
    conditionsOn: (day: number) => DayConditions,
    faults: Faults,
  ) {
    this.#renamedOn = renamedOn
    this.#routes = routes
    this.#conditionsOn = conditionsOn
    this.#faults = faults
    const nowhere = {plain: '', on: '', of: '', to: '', bare: ''}
    this.#about = {
      matter: mattersOf.hours!(new Draw(0), 0),
      isWoman: false,
      street: nowhere,
      house: '',
      storeys: 1,
      dwellings: 1,
      entrances: 0,
      traits: 0,
      line: null,
      drawLine: () => {
        throw new Error('There is no appeal yet.')
      },
      hour: 0,
      month: 1,
      year: 0,
      closedOn: '',
      flat: '',
      said: new Map(),
    }
  }

  /** Is it a woman who speaks? */
  get isWoman(): boolean {
    return this.#about.isWoman
  }

  /** Takes up the next appeal. @returns whether its street is called by its former name although it has a new one */
  next({minute, topic, place}: Arrival, {basis}: Course, closedOn: string, draw: Draw): boolean {
    const about = this.#about
    const {street, building} = place
    const day = Math.floor(minute / dayMinutes)
    const {year, month} = dateOf(day)
    const isRenamed = street.former !== null && day >= this.#renamedOn
    const isOldName = isRenamed && draw.chance(habit(day - this.#renamedOn))
    if (day !== this.#day) {
      this.#day = day
      this.#dayTraits = dayTraitsOf(day, month, this.#conditionsOn(day))
    }
    about.hour = Math.floor((minute % dayMinutes) / 60)
    about.traits = place.traits | this.#dayTraits | hourTraitsOf(day, about.hour)
    about.matter = mattersOf[topic]!(draw, about.traits)
    about.isWoman = draw.chance(0.58)
    about.street = isOldName || (street.former !== null && !isRenamed) ? street.formerWords : street.words
    about.house = building.house
    about.storeys = building.storeys
    about.dwellings = building.dwellings
    about.entrances = place.entrances
    about.line = null
    about.drawLine = lineDraw => this.#routes.near(place, day, lineDraw)
    about.month = month
    about.year = year
    about.closedOn = closedOn
    about.flat = ''
    about.said.clear()
    if (place.entrances > 0 && basis !== 'consultation' && draw.chance(flatsPerThousand / 1000)) {
      about.flat = `, кв. ${1 + draw.below(building.dwellings)}`
      this.#faults.count('flat')
    }
    return isOldName
  }

  content(
    problem: Problem,
    {isRepeated}: Course,
    voice: Channel['voice'],
    isCollective: boolean,
    draw: Draw,
  ): string {
    const confidences = this.#confidences(problem, draw)
    const text = compose(
      this.#about,
      {voice, isQuestion: problem.basis === 'consultation', isRepeated, isCollective, confidences},
      draw,
    )
    if (text.includes('\n')) this.#faults.count('lineBreak')
    if (text.includes("'")) this.#faults.count('straightApostrophe')
    return text
  }

  /** What the executor answers; empty where there is no answer yet. */
  answer(
    problem: Problem,
    executor: Executor,
    voice: Channel['voice'],
    {status, reopened}: Course,
    firstUid: string,
    draw: Draw,
  ): string {
    const about = this.#about
    switch (status) {
      case 'duplicate':
        return `Приєднано до звернення № ${firstUid}.`
      case 'answered':
      case 'annulled':
        return writeAnswer[status](about, draw)
      case 'refused':
        return writeAnswer[isOffice(executor) ? 'refusedInOffice' : 'refused'](about, draw)
      case 'explained':
        return writeAnswer[explanationOf(problem, executor)](about, draw)
      case 'done':
        return this.#done(problem, executor, voice, !Number.isNaN(reopened), draw)
      default:
        return status !== 'accepted' && draw.chance(0.2) ? writeAnswer.waiting(about, draw) : ''
    }
  }

  #done(problem: Problem, executor: Executor, voice: Channel['voice'], isAgain: boolean, draw: Draw): string {
    const about = this.#about
    const at = draw.unit()
    if (at < 0.009) {
      this.#faults.count('nameInAnswer')
      return writeAnswer.named(about, draw)
    }
    if (at < 0.016 && isAtHome(problem) && about.entrances > 0) {
      this.#faults.count('flatInAnswer')
      return writeAnswer.flat(about, draw)
    }
    if (isOffice(executor)) return writeAnswer.doneInOffice(about, draw)
    if (isAgain) return writeAnswer.doneAgain(about, draw)
    return writeAnswer[voice === 'operator' ? 'doneByPhone' : 'doneInWriting'](about, draw)
  }

  /** What the text gives away: mostly nothing, seldom one thing, hardly ever two. */
  #confidences({id, kind}: Problem, draw: Draw): Confidence[] {
    const isAboutCar = id === 'parking'
    if (isAboutCar && draw.chance(0.35)) return this.#counted(['plate'])
    const at = draw.unit() * 1000
    if (at >= allPerThousand) return []
    let sum = 0
    for (const [confidence, count] of confidencesAsked) {
      sum += count
      if (at >= sum) continue
      // Numbers of accounts and papers are given where money and papers are the matter.
      const isPaper = confidence === 'taxNumber' || confidence === 'iban' || confidence === 'passport'
      if (isPaper && kind !== 'Соціальний захист' && kind !== 'Тарифи та нарахування' && !draw.chance(0.15))
        return []
      return this.#counted(confidence === 'name' && draw.chance(0.3) ? ['name', 'phone'] : [confidence])
    }
    return []
  }

  #counted(confidences: Confidence[]): Confidence[] {
    for (const confidence of confidences) this.#faults.count(confidence)
    return confidences
  }
}
