import type {Draw} from '../../tools/numbers/draw.ts'
import {martialLawFrom} from '../../tools/time/working-days.ts'

const categories = [
  'пенсіонер',
  'особа з інвалідністю',
  'ветеран праці',
  'багатодітна сім’я',
  'одинока мати',
  'учасник бойових дій',
  'внутрішньо переміщена особа',
] as const

/** Of a hundred who give their name, how many are of each category, in the order of `categories`. */
type Shares = readonly [
  pensioner: number,
  disabled: number,
  veteran: number,
  large: number,
  lone: number,
  combatant: number,
  displaced: number,
]

const usual: Shares = [18, 4, 3, 3, 1, 3, 3]

/** By topic, where others ask than usually do. */
const byKind: Record<string, Shares> = {
  Опалення: [31, 5, 5, 4, 1, 2, 2],
  'Соціальний захист': [22, 15, 3, 9, 4, 10, 17],
  'Тарифи та нарахування': [37, 5, 6, 4, 1, 2, 3],
  'Земля та забудова': [13, 2, 2, 5, 1, 17, 1],
  Транспорт: [27, 8, 4, 4, 2, 3, 3],
  'Цивільний захист': [16, 8, 2, 7, 2, 2, 8],
}

/** Those whom the war has made many; before it there were fewer. */
const ofWar = new Set<string>(['учасник бойових дій', 'внутрішньо переміщена особа'])
const beforeWar = 0.3

/** The category that whoever asks about a topic belongs to; empty for most. */
export function applicantCategory(kind: string, day: number, isWoman: boolean, draw: Draw): string {
  const shares = byKind[kind] ?? usual
  const at = draw.unit() * 100
  let sum = 0
  for (const [index, category] of categories.entries()) {
    const share = shares[index]! * (day < martialLawFrom && ofWar.has(category) ? beforeWar : 1)
    sum += category === 'одинока мати' && !isWoman ? 0 : share
    if (at < sum) return category
  }
  return ''
}
