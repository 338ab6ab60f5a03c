import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {weekdayOf} from '../../tools/time/days.ts'
import {lateTitle, winningSchool} from './planted-projects.ts'
import type {Project} from './project.ts'
import {type Round, turnoutOf} from './rounds.ts'

/** A vote: who (a number without a name), for which project, and the minute of the city’s clock. */
export type Vote = {voter: string; project: number; minute: number}

/** Those who come at the last moment, as a share of all who vote in a round. */
const lateShare = 0.06

const hourShare = [
  1, 0.5, 0.3, 0.2, 0.2, 0.4, 1.2, 3, 5, 6.5, 7, 7, 6.5, 6, 6, 6, 5.5, 5.5, 6, 7, 8, 7.5, 5, 2.5,
]
/** The first days and the last ones bring most. */
const dayShare = [1.9, 1.4, 1.1, 0.9, 0.8, 0.75, 0.75, 0.7, 0.7, 0.75, 0.8, 0.9, 1, 1.3, 2.2]
const hourSum = hourShare.reduce((sum, share) => sum + share, 0)
const daySum = dayShare.reduce((sum, share) => sum + share, 0)

/** The votes of a round up to `today`, hour by hour; within an hour by minute. Holds one hour. */
export function* castVotes(
  seed: number,
  scale: number,
  round: Round,
  projects: Project[],
  today: number,
): Generator<Vote> {
  const {year, voting} = round
  const {voters} = turnoutOf(seed, year)
  const eligible = projects.flatMap((project, index) => (project.isRefused ? [] : [{project, index}]))
  const usual = chooser(eligible.map(({project, index}) => [index, project.appeal] as const))
  // In school hours a school votes.
  const atSchool = chooser(
    eligible.map(
      ({project, index}) =>
        [index, project.appeal * (project.title.includes(winningSchool) ? 4.5 : 1)] as const,
    ),
  )
  const late = projects.findIndex(({title}) => title === lateTitle)
  for (let day = voting.from; day < Math.min(voting.to, today); day++) {
    const age = day - voting.from
    for (let hour = 0; hour < 24; hour++) {
      const mean = (voters * scale * dayShare[age]! * hourShare[hour]!) / (daySum * hourSum)
      const count = new Draw(seed, 'voters', year, age, hour).poisson(mean)
      const isSchoolHour = hour >= 9 && hour < 16 && weekdayOf(day) < 5
      const votes: Vote[] = []
      for (let index = 0; index < count; index++)
        addVotes(
          votes,
          seed,
          `${year}-${age}-${hour}-${index}`,
          day * 1440 + hour * 60,
          isSchoolHour ? atSchool : usual,
        )
      if (late >= 0 && age === 14 && hour >= 22) {
        const extra = Math.max(30, Math.round((lateShare * voters * scale) / 2))
        for (let index = 0; index < extra; index++) {
          const key = `${year}-late-${hour}-${index}`
          const draw = new Draw(seed, 'voter', key)
          votes.push({
            voter: voterId(seed, key),
            project: late,
            minute: day * 1440 + hour * 60 + draw.below(60),
          })
        }
      }
      yield* votes.sort((a, b) => a.minute - b.minute || (a.voter < b.voter ? -1 : a.voter > b.voter ? 1 : 0))
    }
  }
}

/** One to three votes of one person, within a few minutes. */
function addVotes(
  votes: Vote[],
  seed: number,
  key: string,
  hourMinute: number,
  choose: (draw: Draw) => number,
): void {
  const draw = new Draw(seed, 'voter', key)
  const voter = voterId(seed, key)
  const count = draw.chance(0.35) ? 1 : draw.chance(0.35) ? 2 : 3
  const from = votes.length
  let minute = hourMinute + draw.below(57)
  for (let index = 0; index < count; index++) {
    const project = choose(draw)
    let isTwice = false
    for (let at = from; at < votes.length; at++) if (votes[at]!.project === project) isTwice = true
    // Nobody may vote for the same project again; who tries has one vote fewer.
    if (isTwice) continue
    votes.push({voter, project, minute})
    minute += draw.below(2)
  }
}

/** Sixteen hexadecimal digits, as if a number had been hashed. */
const voterId = (seed: number, key: string) =>
  hash(seed, 'voter id', key).toString(16).padStart(8, '0') +
  hash(seed, key, 'voter id').toString(16).padStart(8, '0')
