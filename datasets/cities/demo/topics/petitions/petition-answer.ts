import type {Draw} from '../../tools/numbers/draw.ts'
import {dateOf} from '../../tools/time/days.ts'
import type {PetitionDecision} from './petition.ts'
import type {PetitionTopic} from './petition-topics.ts'

/** `{to}` is the department in the dative, `{by}` in the nominative, `{year}` the year after the answer’s. */
const answers: Record<PetitionDecision, string[]> = {
  Підтримано: [
    'Петицію підтримано. Доручено {to} підготувати проєкт рішення та визначити обсяг коштів.',
    'Петицію підтримано. Заходи внесено до плану робіт на {year} рік, виконавець – {by}.',
    'Петицію підтримано. Питання буде розглянуто на найближчій сесії міської ради, доповідає {by}.',
  ],
  'Підтримано частково': [
    'Петицію підтримано частково. Доручено {to} обстежити місце й подати пропозиції; решту вимог враховано раніше.',
    'Петицію підтримано частково. Перший етап заплановано на {year} рік, наступні – за наявності коштів.',
    'Петицію підтримано частково. Частина вимог належить до повноважень інших органів, звернення їм надіслано.',
  ],
  'Не підтримано': [
    'Петицію не підтримано. Коштів на ці заходи в бюджеті не передбачено.',
    'Петицію не підтримано. За висновком фахівців ({by}), захід не відповідає державним будівельним нормам.',
    'Петицію не підтримано. Порушене питання вже вирішується в межах чинної міської програми.',
  ],
}

/** What the council answered, in brief. */
export const writeAnswer = (
  draw: Draw,
  decision: PetitionDecision,
  {department}: PetitionTopic,
  answeredDay: number,
): string =>
  draw
    .pick(answers[decision])
    .replace('{to}', dative(department))
    .replace('{by}', department)
    .replace('{year}', String(dateOf(answeredDay).year + 1))

const endings: [RegExp, string][] = [
  [/^управління/, 'управлінню'],
  [/^департамент/, 'департаменту'],
  [/^відділ/, 'відділу'],
  [/^виконавчий комітет/, 'виконавчому комітету'],
]
const dative = (department: string) =>
  endings.reduce((text, [nominative, dative]) => text.replace(nominative, dative), department)
