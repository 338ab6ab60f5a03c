import type {Chapter} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {isoDate, two} from '../../tools/time/days.ts'
import {dayMinutes, fromKyiv} from '../../tools/time/kyiv-clock.ts'
import {alertEpisodes, firstAlertDay} from './alert-episodes.ts'
import {otherRaions, ownPlaces} from './alert-places.ts'
import {type AlertRecord, recordsOf} from './alert-records.ts'

const file = 'alerts/alerts.demo.csv'

/** The archive of air-raid alerts: it is a fact of the place, so `scale` does not multiply it. */
export const alerts: Chapter = {
  id: 'alerts',
  title: {uk: 'Повітряні тривоги', en: 'Air-raid alerts'},
  thread: 'second',
  truths: [
    {
      id: 'alerts-move-into-the-night',
      title: {
        uk: 'За роки тривоги зсунулися в ніч',
        en: 'Over the years alerts moved into the night',
      },
      where: {
        uk: `${file}: зведені інтервали громади, району й області. За київським годинником частка годин між 23-ю та 07-ю зростає: у перший рік – менше двох п’ятих, в останній – понад половину.`,
        en: `${file}: merged intervals of hromada, raion and oblast. By Kyiv’s clock the share of hours between 23:00 and 07:00 rises: less than two fifths in the first year, more than half in the last.`,
      },
    },
    {
      id: 'alerts-by-raion',
      title: {
        uk: 'Рядків в області стало більш як удвічі більше, а годин у місті – ні',
        en: 'More than twice as many rows in the oblast, but no more hours in the city',
      },
      where: {
        uk: `${file}: з 15 грудня 2025 року в level майже зникає oblast, з’являється raion, і кожен район області має власні рядки. Рядків за місяць більш як удвічі більше; тривалість для самого міста (зведені інтервали) не стрибає.`,
        en: `${file}: from 15 December 2025 level turns from oblast to raion, and every raion of the oblast has rows of its own. Rows a month more than double; the hours of the city itself (merged intervals) do not jump.`,
      },
    },
  ],
  write({seed, today}, outbox) {
    const end = fromKyiv(today * dayMinutes) * 60
    const records = alertEpisodes(seed, today)
      .flatMap(episode => recordsOf(episode, new Draw(seed, 'alert', episode.from)))
      .filter(({from, to}) => from >= firstAlertDay * 86_400 && to <= end)
      .sort((a, b) => a.from - b.from || a.to - b.to || rank(a) - rank(b))

    const csv = outbox.csv(file, [
      'oblast',
      'raion',
      'hromada',
      'level',
      'started_at',
      'finished_at',
      'source',
    ])
    for (const {place, from, to, source, isTwice} of records) {
      const row = [place.oblast, place.raion, place.hromada, place.level, instant(from), instant(to), source]
      csv.row(row)
      if (isTwice) csv.row(row)
    }
    outbox.done(csv)
    return {
      dirt: [
        {
          file,
          fault: {uk: 'рядок повторено точнісінько', en: 'a row is repeated exactly'},
          count: records.filter(({isTwice}) => isTwice).length,
        },
        {
          file,
          fault: {
            uk: 'рядок волонтерів, у якому відбій ніхто не записав: кінець – рівно через 30 хвилин',
            en: 'a row of volunteers without a noted all-clear: it ends exactly 30 minutes later',
          },
          count: records.filter(({isNaive}) => isNaive).length,
        },
        {
          file,
          fault: {
            uk: 'рядок району накладається на рядок області про ту саму тривогу міста',
            en: 'a row of the raion overlaps one of the oblast about the same alert of the city',
          },
          count: records.filter(({isOverlap}) => isOverlap).length / 2,
        },
      ],
    }
  },
}

const places = [...Object.values(ownPlaces), ...otherRaions]
const rank = ({place}: AlertRecord) => places.indexOf(place)

/** 2022-03-15 16:10:34+00:00 */
function instant(seconds: number): string {
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  return `${isoDate(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}+00:00`
}
