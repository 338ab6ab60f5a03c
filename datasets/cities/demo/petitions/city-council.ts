import {cityKatottg} from '../districts.ts'
import {legalCode} from '../language/contacts.ts'

/** The body petitions and projects are addressed to, as the annexes ask for it. */
export const cityCouncil = {
  name: 'Прикладська міська рада',
  edrpou: legalCode(1),
  katottg: cityKatottg,
}
