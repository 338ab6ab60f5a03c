import {chooser} from '../../tools/numbers/chooser.ts'
import type {Draw} from '../../tools/numbers/draw.ts'
import {dateOf} from '../../tools/time/days.ts'
import type {Events} from '../../world/events.ts'
import {isInstruction} from './petition-text.ts'
import type {Proposal} from './proposals/proposal.ts'
import {timely} from './seasons.ts'

/** Why moderators refused a petition, and what the site shows of its text. */
export type Rejection = {reason: string; shows: 'text' | 'nothing' | 'problems'}

/**
 * Why this petition of this day could be refused: what fits every petition, what fits works that are planned anyway,
 * whose matter it is instead of the council's, and the open petition that already asks for the same.
 */
export function rejectionOf(
  draw: Draw,
  {title, proposal}: {title: string; proposal: Proposal},
  {day, isLocal, twin, events}: {day: number; isLocal: boolean; twin: string | undefined; events: Events},
): Rejection {
  const reasons: [Rejection, weight: number][] = [
    [{reason: 'Текст містить персональні дані третіх осіб', shows: 'nothing'}, 6],
    [{reason: 'Текст містить образи або недостовірні звинувачення', shows: 'nothing'}, 5],
    [{reason: 'Автор не підтвердив особу протягом двох робочих днів', shows: 'text'}, 10],
    [{reason: 'Петицію відкликав автор', shows: 'text'}, 8],
  ]
  const [beyond] = proposal.beyond?.titles.test(title) ? timely([proposal.beyond.whose], day, events) : []
  if (beyond && proposal.isMisdirected)
    return {reason: `Питання не належить до повноважень міської ради: ${beyond}`, shows: 'text'}
  // A title that says what to do is a proposal in itself.
  if (!isInstruction(title))
    reasons.push([{reason: 'Петиція не містить конкретної пропозиції', shows: 'problems'}, 25])
  if (beyond)
    reasons.push([{reason: `Питання не належить до повноважень міської ради: ${beyond}`, shows: 'text'}, 70])
  if (proposal.isRepair && proposal.nature === 'works' && isLocal)
    reasons.push([
      {
        reason: `Роботи вже внесено до плану на ${dateOf(day).year + 1} рік, автора повідомлено`,
        shows: 'text',
      },
      22,
    ])
  if (twin)
    reasons.push([{reason: `Петицію з таким змістом уже опубліковано: № ${twin}`, shows: 'text'}, 300])
  return chooser(reasons)(draw)
}
