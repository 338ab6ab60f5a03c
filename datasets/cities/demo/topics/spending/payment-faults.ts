import type {Text} from '../../../../src/index.ts'
import type {PersonalData} from './payment-texts.ts'

/** What is wrong with payments, on purpose. */
export const paymentFaults = {
  repeated: {uk: 'платіж повторено', en: 'a payment is repeated'},
  loud: {uk: 'назву одержувача написано великими літерами', en: 'the payee’s name is in capitals'},
  unlinked: {
    uk: 'немає contractId, хоча номер договору зазначено',
    en: 'no contractId, although the contract’s number is given',
  },
  respelled: {
    uk: 'номер договору написано зі знаком № і пробілами',
    en: 'the contract’s number is written with № and blanks',
  },
  nameless: {uk: 'немає коду одержувача – фізичної особи', en: 'no code of a payee who is a person'},
  'tax number': {uk: 'РНОКПП у призначенні платежу', en: 'a taxpayer’s number in the details'},
  phone: {uk: 'номер телефону в призначенні платежу', en: 'a phone number in the details'},
  account: {uk: 'рахунок особи в призначенні платежу', en: 'a person’s account in the details'},
} satisfies Record<PersonalData, Text> & Record<string, Text>

/** Faults in payments, counted as they are written. */
export type FaultCounts = Record<keyof typeof paymentFaults, number>
