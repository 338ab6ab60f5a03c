import type {Draw} from '../../tools/numbers/draw.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Cluster} from './arrival.ts'
import type {Calendar} from './calendar.ts'
import type {Channel} from './channels.ts'
import {type DueTerm, dueAt, extendedTo} from './due.ts'
import type {Executor, Pace} from './executors.ts'
import type {Basis, Problem} from './problems.ts'
import {minuteOf} from './receipts.ts'

/** The publisher's words for where an appeal stands. */
export const statuses = {
  accepted: 'Заявку прийнято',
  forwarded: 'Передано виконавцю',
  working: 'В роботі',
  watched: 'На довготривалому контролі',
  answered: 'Вирішено оператором',
  done: 'Виконано',
  explained: 'Роз’яснено',
  refused: 'Відмовлено',
  duplicate: 'Дублікат',
  annulled: 'Анульовано',
  reopened: 'Повторно в роботі',
} as const

export type Status = keyof typeof statuses

/** What became of an appeal by the end of the story. Moments are UTC minutes, NaN where they have not come. */
export type Course = {
  basis: Basis
  term: DueTerm
  status: Status
  registered: number
  firstResponse: number
  due: number
  extended: number
  closed: number
  reopened: number
  isDuplicate: boolean
  isRepeated: boolean
}

/** Of those that come after the first of a cluster, the share that is recognised as the same. */
const recognised = 0.78

/**
 * Follows an appeal from its receipt to the end of the story.
 * @param received UTC minute
 * @param end UTC minute at which the story ends; what comes later has not happened
 */
export function followCourse(
  received: number,
  problem: Problem,
  executor: Executor,
  channel: Channel,
  cluster: Cluster | null,
  calendar: Calendar,
  end: number,
  draw: Draw,
): Course {
  const isLetter = channel.voice === 'letter'
  const basis: Basis =
    problem.basis === 'statutory' || (isLetter && draw.chance(problem.basis === 'consultation' ? 1 : 0.7))
      ? 'statutory'
      : problem.basis
  const term: DueTerm =
    basis === 'consultation'
      ? ''
      : basis === 'service'
        ? `PT${problem.dueHours}H`
        : problem.basis === 'consultation'
          ? 'P15D'
          : 'P1M'
  const course: Course = {
    basis,
    term,
    status: 'done',
    registered: registeredAt(received, problem, channel, calendar, draw),
    firstResponse: Number.NaN,
    due: dueAt(received, term, calendar),
    extended: Number.NaN,
    closed: Number.NaN,
    reopened: Number.NaN,
    isDuplicate: false,
    isRepeated: draw.chance(0.035),
  }
  const isLater = cluster !== null && cluster.firstUid !== ''
  if (basis === 'consultation') answer(course, channel, calendar, draw)
  else if (isLater && draw.chance(recognised)) joinFirst(course, draw)
  else if (isLater && basis === 'service')
    closeWithFirst(course, received, problem, cluster, executor, calendar, draw)
  else {
    handle(course, received, problem, executor, cluster, calendar, end, draw)
    if (cluster && !isLater) cluster.closedAt = course.closed
  }
  return endStory(course, received, end, draw)
}

/**
 * A call is registered while it lasts, and a message about an emergency by whoever is on duty; other messages within
 * the hour of a working day, a letter with the day's post. Whoever comes to the counter waits for it.
 */
function registeredAt(
  received: number,
  {dueHours}: Problem,
  {voice}: Channel,
  calendar: Calendar,
  draw: Draw,
): number {
  if (voice === 'operator') return received + draw.below(4)
  const minutes = 2 + Math.floor(draw.lognormal(voice === 'screen' ? 14 : 90, 0.9))
  if (voice === 'screen' && dueHours > 0 && dueHours <= 24) return received + minutes
  return afterWork(received, minutes, calendar)
}

/** So much work after a UTC minute, as a UTC minute. */
const afterWork = (utc: number, minutes: number, calendar: Calendar) =>
  calendar.toUtc(calendar.afterWork(calendar.toLocal(utc), minutes))

/** Questions end with the answer: within the call, or within hours of a message. */
function answer(course: Course, {voice}: Channel, calendar: Calendar, draw: Draw): void {
  course.status = 'answered'
  course.closed =
    voice === 'operator'
      ? course.registered + 1 + Math.floor(draw.lognormal(5, 0.6))
      : afterWork(course.registered, 1 + draw.lognormal(80, 1), calendar)
  course.firstResponse = course.closed
}

function joinFirst(course: Course, draw: Draw): void {
  course.isDuplicate = true
  course.status = 'duplicate'
  course.closed = course.registered + 3 + Math.floor(draw.lognormal(22, 0.8))
  course.firstResponse = course.closed
}

/** One that was not recognised as the same: it ends when the first does. */
function closeWithFirst(
  course: Course,
  received: number,
  problem: Problem,
  cluster: Cluster,
  {medianHours}: Executor,
  calendar: Calendar,
  draw: Draw,
): void {
  const isEmergency = problem.pace === 'emergency'
  course.firstResponse = isEmergency
    ? course.registered + Math.floor(draw.lognormal(40, 0.8))
    : afterWork(course.registered, draw.lognormal(120, 0.8), calendar)
  const minutes = Math.floor(draw.lognormal(60 * Math.min(24, medianHours[problem.pace]) * 0.4, 0.5))
  const own = isEmergency
    ? byCrews(received + minutes, calendar, draw)
    : afterWork(received, minutes, calendar)
  const first = cluster.closedAt + draw.below(isEmergency ? 90 : 20)
  course.closed = own > first ? own : first
}

function handle(
  course: Course,
  received: number,
  problem: Problem,
  executor: Executor,
  cluster: Cluster | null,
  calendar: Calendar,
  end: number,
  draw: Draw,
): void {
  const pace: Pace = course.basis === 'statutory' ? 'statutory' : problem.pace
  course.firstResponse = firstResponseAt(course.registered, pace, calendar, draw)
  if (draw.chance(executor.forgottenShare)) return
  const isFormal = problem.explained === 1 && course.basis === 'statutory'
  let closed = isFormal
    ? onDueDay(course.due, calendar, draw)
    : Math.max(closedAt(received, pace, executor, calendar, draw), course.registered + 9)
  if (pace === 'statutory' && !isFormal) closed = extend(course, received, closed, calendar, end, draw)
  // What is late by little is often hurried through on the last day.
  if (
    !isFormal &&
    closed > course.due &&
    closed < course.due + 0.6 * (course.due - received) &&
    draw.chance(0.4)
  ) {
    const hurried =
      pace === 'emergency'
        ? course.due - 5 - draw.below(100)
        : afterWork(course.due, -5 - draw.below(300), calendar)
    if (hurried > course.registered + 9) closed = hurried
  }
  if (cluster && cluster.notBefore > closed) closed = cluster.notBefore + draw.below(600)
  course.closed = closed
  course.status = outcome(course.basis, problem, draw)
  if (closed >= end || course.status === 'annulled' || !draw.chance(executor.reopenedShare)) return
  const reopened = calledBack(closed + 60 * 3 + draw.lognormal(4 * dayMinutes, 0.8), closed, calendar, draw)
  if (reopened >= end) return
  course.reopened = reopened
  course.closed = Math.max(closedAt(reopened, pace, executor, calendar, draw), reopened + 9)
  course.status = 'done'
}

/** Crews close around the clock, all others while offices work. */
function closedAt(
  received: number,
  pace: Pace,
  {medianHours, spread}: Executor,
  calendar: Calendar,
  draw: Draw,
): number {
  const minutes = Math.floor(60 * draw.lognormal(medianHours[pace], spread))
  return pace === 'emergency'
    ? byCrews(received + minutes, calendar, draw)
    : afterWork(received, minutes, calendar)
}

/** What crews end at night is mostly entered when their shift is over, at eight. */
function byCrews(utc: number, calendar: Calendar, draw: Draw): number {
  const local = calendar.toLocal(utc)
  const minute = local % dayMinutes
  return minute < 6 * 60 && draw.chance(0.6) ? utc - minute + 6 * 60 + 20 + draw.below(130) : utc
}

/** Residents who find nothing mended call when residents call. */
function calledBack(utc: number, closed: number, calendar: Calendar, draw: Draw): number {
  const day = Math.floor(calendar.toLocal(Math.floor(utc)) / dayMinutes)
  const called = calendar.toUtc(calendar.shown(day * dayMinutes + minuteOf('phone', draw)))
  return called > closed + 60 ? called : called + dayMinutes
}

function firstResponseAt(registered: number, pace: Pace, calendar: Calendar, draw: Draw): number {
  if (pace === 'emergency') return registered + 2 + Math.floor(draw.lognormal(35, 0.8))
  return afterWork(registered, 5 + 60 * draw.lognormal(pace === 'ordinary' ? 1.5 : 8, 0.8), calendar)
}

/** Some hours of the afternoon of the working day on which the time runs out. */
function onDueDay(due: number, calendar: Calendar, draw: Draw): number {
  const day = Math.floor(calendar.toLocal(due) / dayMinutes)
  return calendar.toUtc(day * dayMinutes + 14 * 60 + draw.below(175))
}

/** Of those that the month does not suffice for, more than half are given 45 days, some days before it ends. */
function extend(
  course: Course,
  received: number,
  closed: number,
  calendar: Calendar,
  end: number,
  draw: Draw,
): number {
  const decided = course.due - dayMinutes * (1 + draw.below(4)) - draw.below(300)
  if (course.term !== 'P1M' || closed <= decided || decided >= end || !draw.chance(0.55)) return closed
  course.extended = extendedTo(received, calendar)
  course.due = course.extended
  return closed
}

function outcome(basis: Basis, {explained}: Problem, draw: Draw): Status {
  const at = draw.unit()
  if (explained === 1) return 'explained'
  if (at < explained) return 'explained'
  if (basis === 'statutory' && at > 0.955) return 'refused'
  return at > 0.99 ? 'annulled' : 'done'
}

/** Takes away what has not happened yet, and says where the appeal stands. */
function endStory(course: Course, received: number, end: number, draw: Draw): Course {
  const at = draw.unit()
  if (course.firstResponse > course.closed) course.firstResponse = course.closed
  if (course.registered >= end) course.registered = Number.NaN
  if (!(course.firstResponse < end)) course.firstResponse = Number.NaN
  if (course.closed < end) return course
  course.closed = Number.NaN
  course.isDuplicate = false
  if (course.reopened < end) course.status = 'reopened'
  else if (Number.isNaN(course.firstResponse)) course.status = 'accepted'
  else if (end - received > 60 * dayMinutes && at < 0.5) course.status = 'watched'
  else course.status = at < 0.35 ? 'forwarded' : 'working'
  return course
}
