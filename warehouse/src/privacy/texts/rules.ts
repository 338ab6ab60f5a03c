import type {Text} from '@hromada/datasets'
import type {Detector} from './detectors/detector.ts'
import {findEmails} from './detectors/email.ts'
import {findFlats} from './detectors/flat.ts'
import {findFullNames} from './detectors/full-name.ts'
import {findIbans} from './detectors/iban.ts'
import {findNamedCitizens} from './detectors/named-citizen.ts'
import {findPassports} from './detectors/passport.ts'
import {findPhones, findWrittenPhones} from './detectors/phone.ts'
import {findPlates} from './detectors/plate.ts'
import {findTaxNumbers} from './detectors/tax-number.ts'

/** One kind of what people write and a release must not tell. */
export type TextRule = {
  describe: Text
  find: Detector
  /** Names may be told where the law has authors published; the rest may not. */
  isName: boolean
  /** Finds what looks like nothing else: it is looked for in every text, not only in those that people write. */
  findAnywhere?: Detector
}

/** In this order: what one has found is not looked at by those after it. */
export const textRules = {
  iban: {
    describe: {uk: 'банківський рахунок', en: 'bank account'},
    find: findIbans,
    findAnywhere: findIbans,
    isName: false,
  },
  email: {
    describe: {uk: 'електронна адреса', en: 'e-mail address'},
    find: findEmails,
    findAnywhere: findEmails,
    isName: false,
  },
  passport: {
    describe: {uk: 'паспорт', en: 'passport'},
    find: findPassports,
    isName: false,
  },
  phone: {
    describe: {uk: 'телефон', en: 'telephone'},
    find: findPhones,
    findAnywhere: findWrittenPhones,
    isName: false,
  },
  tax_number: {
    describe: {uk: 'номер платника податків', en: 'number of a taxpayer'},
    find: findTaxNumbers,
    isName: false,
  },
  plate: {
    describe: {uk: 'номер автомобіля', en: 'number plate'},
    find: findPlates,
    isName: false,
  },
  flat: {
    describe: {uk: 'номер квартири', en: 'number of a flat'},
    find: findFlats,
    isName: false,
  },
  full_name: {
    describe: {uk: 'імʼя й по батькові', en: 'name and patronymic'},
    find: findFullNames,
    isName: true,
  },
  named_citizen: {
    describe: {uk: 'прізвище громадянина', en: 'surname of a citizen'},
    find: findNamedCitizens,
    isName: true,
  },
} as const satisfies Record<string, TextRule>

export type TextRuleName = keyof typeof textRules
