import {drawPerson, fullName} from '../../tools/language/people.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {isoDate} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {addWorkingDays} from '../../tools/time/working-days.ts'
import type {Events} from '../../world/events.ts'
import type {Petition, PetitionDecision} from './petition.ts'
import {writeAnswer} from './petition-answer.ts'
import {petitionRules, ruleOn} from './petition-rules.ts'
import {writePetition} from './petition-text.ts'
import {lateKind, type PetitionTopic, petitionTopics} from './petition-topics.ts'
import {drawAudience, growSignatures} from './signature-growth.ts'

/** Shares of the funnel. */
export const funnel = {
  /** Of petitions submitted. */
  rejected: 0.23,
  /** Of petitions about one place: put to the people of its district alone. */
  district: 0.33,
  /** Of answers outside `lateKind`: within ten working days. */
  onTime: 0.78,
  decisions: {Підтримано: 0.46, 'Підтримано частково': 0.25, 'Не підтримано': 0.29} as Record<
    PetitionDecision,
    number
  >,
}

const rejections = chooser([
  ['Порушене питання не належить до повноважень міської ради', 34],
  ['Петицію з таким змістом уже опубліковано', 24],
  ['Немає конкретної пропозиції', 17],
  ['Текст містить персональні дані третіх осіб', 8],
  ['Текст містить образи або недостовірні звинувачення', 7],
  ['Назва не відповідає змісту петиції', 6],
  ['Реклама товарів або послуг', 4],
] as const)

const topics = chooser(petitionTopics.map(topic => [topic, topic.weight] as const))
const decisions = chooser(Object.entries(funnel.decisions) as [PetitionDecision, number][])

/** What is known of a petition beforehand; the rest is drawn. */
export type PetitionPlan = {
  title: string
  text: string
  kind: string
  district: number | null
  /** It is published, and this many people could sign it. */
  audience: number
  /** Changes what has been collected by the end of each day. */
  change?: (counts: number[]) => number[]
  /** Days after the beginning of collecting on which its page showed 0. */
  zeroAge?: number
  night?: Petition['night']
}

/**
 * The life of the petition number `number` of a day, as far as it has come by the end of the day before `today`.
 * Everything about it is drawn from its day and `key`.
 */
export function livePetition(
  {seed, today, events}: {seed: number; today: number; events: Events},
  day: number,
  number: number,
  key: number | string,
  plan?: PetitionPlan,
): Petition {
  const draw = new Draw(seed, 'petition', day, key)
  const topic = petitionTopics.find(({kind}) => kind === plan?.kind) ?? topics(draw)
  const written = writePetition(draw, topic, day, events.renamedOn)
  const district = plan ? plan.district : written.place.district
  const isOfDistrict = !plan && district !== null && draw.chance(funnel.district)
  const petition: Petition = {
    uid: `${isoDate(day)}-${number}`,
    kind: topic.kind,
    title: plan?.title ?? written.title,
    text: plan?.text ?? written.text,
    creator: fullName(drawPerson(draw)),
    scope: isOfDistrict ? 'district' : 'city',
    district,
    createdMinute: day * dayMinutes + 8 * 60 + Math.floor(14 * 60 * (0.5 * draw.unit() + 0.5 * draw.unit())),
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
    night: plan?.night ?? null,
  }

  // Two working days for the moderators; some need one more.
  const moderated = addWorkingDays(day, 1 + (draw.chance(0.6) ? 1 : 0) + (draw.chance(0.08) ? 1 : 0))
  const isRejected = draw.chance(funnel.rejected) && !plan
  const reason = rejections(draw)
  if (moderated >= today) return petition
  if (isRejected) {
    petition.rejectedDay = moderated
    petition.rejectedReason = reason
    return petition
  }

  const rule = ruleOn(petitionRules(events), petition.scope, moderated)
  petition.openedDay = moderated
  petition.closesDay = moderated + rule.collectionDays
  petition.threshold = rule.signatures
  petition.zeroDay = plan?.zeroAge === undefined ? null : moderated + plan.zeroAge
  // What can succeed is signed more readily.
  const hope = moderated >= events.petitionRulesChanged ? 1.2 : 1
  const appeal = topic.appeal * hope * (petition.scope === 'city' ? 1 : 0.4)
  const audience = plan?.audience ?? drawAudience(draw, appeal)
  const grown = growSignatures(new Draw(seed, 'signatures', day, key), audience, rule, moderated, today - 1)
  petition.counts = plan?.change ? plan.change(grown) : grown

  const reachedAt = petition.counts.findIndex(count => count >= rule.signatures)
  if (reachedAt >= 0) consider(petition, reachedAt, topic, today, draw)
  return petition
}

/** From the threshold to the answer. Collecting goes on until the notice, or its last day if that is earlier. */
function consider(
  petition: Petition,
  reachedAt: number,
  topic: PetitionTopic,
  today: number,
  draw: Draw,
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
  petition.answer = writeAnswer(draw, decision, topic, answeredDay)
}
