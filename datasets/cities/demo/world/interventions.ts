import type {Text} from '../../../src/index.ts'
import {dateOf, dayOf} from '../tools/time/days.ts'
import {type Body, bodies} from './bodies.ts'
import {districtIndex} from './districts.ts'

/** What the city declared it would do in some districts, and which indicator that shall change. */
export type Intervention = {
  uid: string
  title: Text
  what: Text
  /** By `kpi_definitions`. */
  indicator: string
  /** Indices of districts. */
  treated: number[]
  control: number[]
  /** First day of a month; the day after the last of the months after. */
  from: number
  to: number
  monthsBefore: number
  monthsAfter: number
  decided: number
  body: Body
}

const {seredmistskyi, havanskyi, stepovyi, zarichchianskyi, uzberezhnyi} = districtIndex

/**
 * What was declared, told up to the day before `today`: of the first the year after is over, of the second the half-year,
 * of the third nothing is yet. Stepovyi, whose heating failed, is compared with nobody.
 */
export function interventionsBefore(today: number): [Intervention, Intervention, Intervention] {
  const {year, month} = dateOf(today)
  /** The newest year of which the twelve months from October on are over. */
  const autumn = dayOf(year, 10, 31) <= today ? year - 1 : year - 2
  /** The first day of the month so many before this one. */
  const monthsAgo = (months: number) => {
    const at = year * 12 + month - 1 - months
    return dayOf(Math.floor(at / 12), (at % 12) + 1, 1)
  }
  return [
    {
      uid: 'Z-01',
      title: {uk: 'Диспетчер Заріччянського району', en: 'A dispatcher of Zarichchianskyi district'},
      what: {
        uk: 'Окремий диспетчер стежить за кожною заявкою з-за річки, доки її не закрито, і має право викликати бригаду будь-якого підприємства.',
        en: 'A dispatcher follows every case from beyond the river until it is closed, and may call out the crew of any enterprise.',
      },
      indicator: 'appeals_on_time_share',
      treated: [zarichchianskyi],
      control: [seredmistskyi, havanskyi, uzberezhnyi],
      from: dayOf(autumn, 10, 1),
      to: dayOf(autumn + 1, 10, 1),
      monthsBefore: 12,
      monthsAfter: 12,
      decided: dayOf(autumn, 9, 12),
      body: bodies.contactCentre,
    },
    {
      uid: 'Z-02',
      title: {
        uk: 'Нагадування виконавцям у Гаванському районі',
        en: 'Reminders to executors in Havanskyi district',
      },
      what: {
        uk: 'За добу до строку виконавець заявки з Гаванського району отримує повідомлення на телефон.',
        en: 'A day before the term whoever carries out a case of Havanskyi district gets a message on the telephone.',
      },
      indicator: 'appeals_on_time_share',
      treated: [havanskyi],
      control: [seredmistskyi, zarichchianskyi, uzberezhnyi],
      // Halves of a year: winter, when more is closed on time all over the city, against summer.
      from: dayOf(autumn - 2, 11, 1),
      to: dayOf(autumn - 1, 5, 1),
      monthsBefore: 6,
      monthsAfter: 6,
      decided: dayOf(autumn - 2, 10, 20),
      body: bodies.contactCentre,
    },
    {
      uid: 'Z-03',
      title: {uk: 'Повторний огляд у Степовому районі', en: 'A second look in Stepovyi district'},
      what: {
        uk: 'Інспектор оглядає кожну десяту виконану роботу, перш ніж заявку закриють.',
        en: 'An inspector looks at every tenth work that was done before the case is closed.',
      },
      indicator: 'appeals_reopened_share',
      treated: [stepovyi],
      control: [seredmistskyi, havanskyi],
      from: monthsAgo(2),
      to: monthsAgo(-4),
      monthsBefore: 6,
      monthsAfter: 6,
      decided: monthsAgo(2) - 9,
      body: bodies.inspection,
    },
  ]
}
