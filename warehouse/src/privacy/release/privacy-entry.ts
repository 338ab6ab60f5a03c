import type {Privacy, Text} from '@hromada/datasets'
import {type TextRuleName, textRules} from '../texts/rules.ts'

/** One line of the privacy report: what readers do not get to see, or get to see less of, and why; never the values. */
export type PrivacyEntry = {
  city: string
  /** Where it comes from. */
  dataset: string
  /** The published table; '' for what the dataset keeps back before any. */
  table: string
  column: string
  rule: PrivacyRule
  policy: Privacy
  action: 'kept_back' | 'withheld' | 'redacted' | 'suppressed' | 'coarsened' | 'chooses_rows' | 'published'
  /** How many values. */
  cells: number
  description: Text
}

export type PrivacyRule = TextRuleName | keyof typeof otherRules | 'exception'

/** What each rule says, to a person. */
const otherRules = {
  policy: {
    uk: 'Стовпець не публікується: так вирішено для набору даних',
    en: 'The column is not published: the dataset says so',
  },
  home_place: {
    uk: 'Місце помешкання показано серединою квадрата, у якому воно лежить',
    en: 'The place of a home is shown as the middle of the square it lies in',
  },
  person_party: {
    uk: 'Сторона рядка – людина або невідома: її код та імʼя не публікуються',
    en: 'A party to the row is a person, or not known: code and name are not published',
  },
  small_count: {
    uk: 'Так мало людей, що число розповіло б про кожну з них',
    en: 'So few people that the number would tell of each of them',
  },
  complementary_count: {
    uk: 'За цим числом і сумами можна було б обчислити приховане мале число',
    en: 'From this number and the totals a small number that is not shown could be worked out',
  },
  row_choice: {
    uk: 'За непублічним стовпцем визначено, які рядки є в таблиці; його значень у ній немає',
    en: 'A column that is not public decides which rows the table has; its values are not in it',
  },
} satisfies Record<string, Text>

/** What the report says of a rule about counts, places or columns. */
export const describeRule = (rule: keyof typeof otherRules): Text => otherRules[rule]

/** What it says of something that was found in texts. */
export function describeTextRule(rule: TextRuleName, action: 'withheld' | 'redacted'): Text {
  const {uk, en} = textRules[rule].describe
  return action === 'redacted'
    ? {uk: `У тексті є ${uk}; на його місці […]`, en: `The text has a ${en}; […] stands in its place`}
    : {uk: `У тексті є ${uk}; текст не опубліковано`, en: `The text has a ${en} and is not published`}
}
