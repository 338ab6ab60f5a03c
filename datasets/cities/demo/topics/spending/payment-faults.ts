import type {Dirt} from '../../chapter.ts'
import type {PersonalData} from './payment-texts.ts'

/** Faults in payments, counted as they are written. */
export type Faults = Record<
  'repeated' | 'loud' | 'unlinked' | 'respelled' | 'nameless' | PersonalData,
  number
>

export const noFaults = (): Faults => ({
  repeated: 0,
  loud: 0,
  unlinked: 0,
  respelled: 0,
  nameless: 0,
  'tax number': 0,
  phone: 0,
  account: 0,
})

const texts: Record<keyof Faults, [uk: string, en: string]> = {
  repeated: ['платіж повторено', 'a payment is repeated'],
  loud: ['назву одержувача написано великими літерами', 'the payee’s name is in capitals'],
  unlinked: [
    'немає contractId, хоча номер договору зазначено',
    'no contractId, although the contract’s number is given',
  ],
  respelled: [
    'номер договору написано зі знаком № і пробілами',
    'the contract’s number is written with № and blanks',
  ],
  nameless: ['немає коду одержувача – фізичної особи', 'no code of a payee who is a person'],
  'tax number': ['РНОКПП у призначенні платежу', 'a taxpayer’s number in the details'],
  phone: ['номер телефону в призначенні платежу', 'a phone number in the details'],
  account: ['рахунок особи в призначенні платежу', 'a person’s account in the details'],
}

export const dirtOf = (faults: Faults): Dirt[] =>
  (Object.keys(texts) as (keyof Faults)[]).map(name => ({
    file: 'spending/transactions-*.demo.csv',
    fault: {uk: texts[name][0], en: texts[name][1]},
    count: faults[name],
  }))
