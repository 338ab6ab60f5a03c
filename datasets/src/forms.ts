import type {Text} from './column.ts'

/** Forms that codes of several datasets have: `check.pattern('district_id', ...forms.katottg)`. */
export const forms = {
  katottg: [/^UA\d{17}$/, {uk: 'код КАТОТТГ: UA й 17 цифр', en: 'a KATOTTH code: UA and 17 digits'}],
  edrpou: [/^\d{8}$/, {uk: 'код ЄДРПОУ: 8 цифр', en: 'an EDRPOU code: 8 digits'}],
  edrpouOrPerson: [
    /^(?:\d{8}|\d{10})$/,
    {uk: '8 цифр ЄДРПОУ або 10 цифр підприємця', en: '8 digits of EDRPOU, or 10 of a person who trades'},
  ],
  postcode: [/^\d{5}$/, {uk: 'поштовий індекс: 5 цифр', en: 'a postcode: 5 digits'}],
  kekv: [/^\d{4}$/, {uk: 'КЕКВ: 4 цифри', en: 'an economic code: 4 digits'}],
  budgetCode: [/^\d{10,11}$/, {uk: 'код бюджету: 10 або 11 цифр', en: 'a budget code: 10 or 11 digits'}],
  isoDuration: [
    /^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/,
    {uk: 'тривалість ISO 8601: PT24H, P15D', en: 'an ISO 8601 duration: PT24H, P15D'},
  ],
  gtfsClock: [/^\d{1,3}:[0-5]\d:[0-5]\d$/, {uk: 'години:хвилини:секунди', en: 'hours:minutes:seconds'}],
} as const satisfies Record<string, readonly [RegExp, Text]>
