import {legalCode} from '../../tools/language/contacts.ts'
import {cityKatottg} from '../../world/districts.ts'

/** The body petitions and projects are addressed to, as the annexes ask for it. */
export const cityCouncil = {
  name: 'Прикладська міська рада',
  edrpou: legalCode(1),
  katottg: cityKatottg,
}
