import type {Firm} from './firms.ts'

/** What firms with a word in their name do, and nobody else does where there is one. */
const special: readonly (readonly [word: string, subjects: RegExp])[] = [
  ['Охорона', /охорони приміщень/],
  ['Клінінг', /прибирання|Прибирання|Дезінсекція/],
  ['Зв’язок', /інтернету|телефонного/],
  ['Ліфт', /ліфта/],
  ['Дах', /покрівл/],
  ['Фасад', /фасаду/],
  ['Монтаж', /електромереж|освітлення|опалення|водовідведення|внутрішньобудинкових/],
]

/** What keeps a whole city's streets is more than one person can do. */
const tooMuchForOne = /вулиць|освітлення|зелених насаджень|кладовищ|тротуарів/

/** Of the firms of a trade, those who do what is bought: by their names. Persons who trade do all else. */
export function whoDo(trade: readonly Firm[], subject: string): readonly Firm[] {
  const firms = tooMuchForOne.test(subject) ? trade.filter(({isPerson}) => !isPerson) : trade
  const has = ({name}: Firm, word: string) => name.includes(word)
  const wanted = special.find(([, subjects]) => subjects.test(subject))?.[0]
  const fitting = firms.filter(firm => special.every(([word]) => !has(firm, word) || word === wanted))
  const skilled = wanted === undefined ? [] : firms.filter(firm => has(firm, wanted))
  const rest = fitting.filter(one => !skilled.includes(one))
  if (skilled.length > 0) return [...skilled, ...rest.slice(0, 2)]
  return fitting.length > 0 ? fitting : firms
}
