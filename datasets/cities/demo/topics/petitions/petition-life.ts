import {drawPerson, fullName} from '../../tools/language/people.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {isoDate, weekdayOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {addWorkingDays} from '../../tools/time/working-days.ts'
import type {Events} from '../../world/events.ts'
import type {Petition, PetitionDecision} from './petition.ts'
import {writeAnswer} from './petition-answer.ts'
import {rejectionOf} from './petition-rejection.ts'
import {petitionRules, ruleOn} from './petition-rules.ts'
import {writePetition} from './petition-text.ts'
import {lateKind, petitionTopics} from './petition-topics.ts'
import type {PlaceBook} from './place-book.ts'
import type {Nature, Office} from './proposals/proposal.ts'
import type {PublishedPetitions} from './published-petitions.ts'
import {drawAudience, growSignatures} from './signature-growth.ts'

/** Shares of the funnel. */
export const funnel = {
  /** Of petitions submitted: what follows, what is none of the council’s business, and copies of open ones. */
  rejected: 0.23,
  /** Of those that are the council’s business and ask for something new. */
  rejectedByChance: 0.17,
  /** Of those that ask for what an open one asks for already. */
  rejectedCopies: 0.85,
  /** Of petitions about one place: put to the people of its district alone. */
  district: 0.33,
  /** Of answers outside `lateKind`: within ten working days. */
  onTime: 0.78,
  decisions: {Підтримано: 0.46, 'Підтримано частково': 0.25, 'Не підтримано': 0.29} as Record<
    PetitionDecision,
    number
  >,
}

const topics = chooser(petitionTopics.map(topic => [topic, topic.weight] as const))
const decisions = chooser(Object.entries(funnel.decisions) as [PetitionDecision, number][])

/** What is known of a petition beforehand; the rest is drawn. */
export type PetitionPlan = {
  title: string
  text: string
  kind: string
  nature: Nature
  district: number | null
  /** It is published, and this many people could sign it. */
  audience: number
  /** Changes what has been collected by the end of each day. */
  change?: (counts: number[]) => number[]
  /** Days after the beginning of collecting on which its page showed 0. */
  zeroAge?: number
  /** Signed that many times in the first night to this weekday (0 is Monday) that is so many days after the beginning. */
  night?: {afterDays: number; weekday: number; signatures: number}
}

/** What petitions are written into. */
export type PetitionWorld = {
  seed: number
  today: number
  events: Events
  book: PlaceBook
  published: PublishedPetitions
}

/**
 * The life of the petition number `number` of a day, submitted at `minute` of it, as far as it has come by the end of
 * the day before `today`. Everything about it is drawn from its day and `key`; the site's other petitions keep it from
 * taking one of their titles, and may be a reason to refuse it.
 */
export function livePetition(
  {seed, today, events, book, published}: PetitionWorld,
  {day, number, minute, key}: {day: number; number: number; minute: number; key: number | string},
  plan?: PetitionPlan,
): Petition {
  const draw = new Draw(seed, 'petition', day, key)
  const topic = petitionTopics.find(({kind}) => kind === plan?.kind) ?? topics(draw)
  const written = writePetition(draw, topic, {
    day,
    events,
    book,
    isTaken: title => published.hasTitle(title),
  })
  const {proposal, place, about} = written
  const district = plan ? plan.district : place.district
  const isOfDistrict = !plan && district !== null && draw.chance(funnel.district)
  const petition: Petition = {
    uid: `${isoDate(day)}-${number}`,
    kind: topic.kind,
    title: plan?.title ?? written.title,
    text: plan?.text ?? written.text,
    creator: fullName(drawPerson(draw)),
    scope: isOfDistrict ? 'district' : 'city',
    district,
    createdMinute: day * dayMinutes + minute,
    rejectedDay: null,
    rejectedReason: null,
    openedDay: null,
    closesDay: null,
    threshold: null,
    counts: [],
    reachedDay: null,
    noticeDay: null,
    answeredDay: null,
    decision: null,
    answer: null,
    zeroDay: null,
    night: null,
  }
  if (!plan) published.addTitle(petition.title)

  // Two working days for the moderators; some need one more.
  const moderated = addWorkingDays(day, 1 + (draw.chance(0.6) ? 1 : 0) + (draw.chance(0.08) ? 1 : 0))
  const twin = published.twinOf(about, moderated)
  const isRejected =
    !plan &&
    (draw.chance(twin ? funnel.rejectedCopies : funnel.rejectedByChance) || proposal.isMisdirected === true)
  const rejection = rejectionOf(
    draw,
    {title: petition.title, proposal},
    {day, isLocal: district !== null, twin, events},
  )
  if (moderated >= today) return petition
  if (isRejected) {
    petition.rejectedDay = moderated
    petition.rejectedReason = rejection.reason
    if (rejection.shows === 'problems') petition.text = written.problems
    if (rejection.shows === 'nothing') petition.text = 'Текст приховано модератором.'
    return petition
  }

  const rule = ruleOn(petitionRules(events), petition.scope, moderated)
  petition.openedDay = moderated
  petition.closesDay = moderated + rule.collectionDays
  petition.threshold = rule.signatures
  petition.zeroDay = plan?.zeroAge === undefined ? null : moderated + plan.zeroAge
  petition.night = plan?.night
    ? {age: nightAge(plan.night, moderated), signatures: plan.night.signatures}
    : null
  if (!plan) published.open(about, petition.uid, petition.openedDay, petition.closesDay)
  // What can succeed is signed more readily.
  const hope = moderated >= events.petitionRulesChanged ? 1.2 : 1
  const appeal = topic.appeal * hope * (petition.scope === 'city' ? 1 : 0.4)
  const audience = plan?.audience ?? drawAudience(draw, appeal)
  const grown = growSignatures(new Draw(seed, 'signatures', day, key), audience, rule, moderated, today - 1)
  petition.counts = withNight(plan?.change ? plan.change(grown) : grown, petition.night)

  const reachedAt = petition.counts.findIndex(count => count >= rule.signatures)
  const answering = {
    nature: plan?.nature ?? proposal.nature,
    office: (plan ? null : proposal.office) ?? topic.office,
  }
  if (reachedAt >= 0) consider(petition, reachedAt, answering, today, draw, events)
  return petition
}

/** The first night to that weekday, so many days after the beginning. Clocks change on Sundays, so never then. */
const nightAge = ({afterDays, weekday}: NonNullable<PetitionPlan['night']>, openedDay: number): number =>
  afterDays + ((weekday - weekdayOf(openedDay + afterDays) + 7) % 7)

const withNight = (counts: number[], night: Petition['night']): number[] =>
  night ? counts.map((count, age) => (age < night.age ? count : count + night.signatures)) : counts

/** From the threshold to the answer. Collecting goes on until the notice, or its last day if that is earlier. */
function consider(
  petition: Petition,
  reachedAt: number,
  answering: {nature: Nature; office: Office},
  today: number,
  draw: Draw,
  events: Events,
): void {
  const reachedDay = petition.openedDay! + reachedAt
  petition.reachedDay = reachedDay
  const noticeDay = addWorkingDays(reachedDay, 1 + draw.below(3))
  const isOnTime = petition.kind !== lateKind && draw.chance(funnel.onTime)
  const answeredDay = addWorkingDays(noticeDay, isOnTime ? 3 + draw.below(7) : 13 + draw.below(20))
  const decision = decisions(draw)
  if (noticeDay >= today) return
  petition.noticeDay = noticeDay
  petition.counts.length = Math.min(petition.counts.length, noticeDay - petition.openedDay!)
  if (answeredDay >= today) return
  petition.answeredDay = answeredDay
  petition.decision = decision
  petition.answer = writeAnswer(draw, decision, answering, answeredDay, events)
}
