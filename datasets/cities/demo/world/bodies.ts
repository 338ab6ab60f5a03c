import {legalCode} from '../tools/language/contacts.ts'
import {districtIndex} from './districts.ts'

/** A legal person of the city, as every source names it. */
export type Body = {
  /** As registers write it, with «» about a name of its own. */
  name: string
  /** ЄДРПОУ: eight digits with their check digit; no real body's begins with 99. */
  edrpou: string
}

const council = 'Прикладська міська рада'
const body = (index: number, name: string): Body => ({name, edrpou: legalCode(index)})
const office = (index: number, name: string): Body & {short: string} => ({
  ...body(index, `${name} Прикладської міської ради`),
  short: name,
})

/**
 * Offices, enterprises and suppliers of the city, under one name and one code in every file that names them. Schools,
 * hospitals and other houses of their own are in institutions.ts.
 */
export const bodies = {
  council: body(1, council),

  // Offices of the council; `short` is what residents and the contact centre say.
  executive: office(3001, 'Виконавчий комітет'),
  education: office(3017, 'Управління освіти'),
  health: office(3023, 'Управління охорони здоров’я'),
  socialProtection: office(3042, 'Департамент соціального захисту населення'),
  children: office(3055, 'Служба у справах дітей'),
  culture: office(3068, 'Управління культури'),
  youth: office(3074, 'Управління молоді та спорту'),
  utilities: office(3081, 'Департамент житлово-комунального господарства'),
  construction: office(3097, 'Управління капітального будівництва'),
  planning: office(3104, 'Управління містобудування та архітектури'),
  transport: office(3118, 'Управління транспорту'),
  economy: office(3123, 'Управління економіки'),
  property: office(3136, 'Управління комунальної власності'),
  finance: office(3149, 'Фінансове управління'),
  ecology: office(3152, 'Управління екології'),
  civilDefence: office(3167, 'Управління цивільного захисту'),
  inspection: office(3171, 'Муніципальна інспекція'),
  contactCentre: office(3188, 'Контактний центр'),

  // Enterprises and institutions of the city.
  water: body(12_044, 'КП «Прикладводоканал»'),
  heat: body(12_055, 'КП «Прикладтеплоенерго»'),
  lights: body(12_066, 'КП «Міськсвітло Прикладу»'),
  greenery: body(12_077, 'КП «Зеленгосп Прикладу»'),
  roads: body(12_088, 'КП «Шляхи Прикладу»'),
  waste: body(12_099, 'КП «Спецавтогосп Прикладу»'),
  housingOne: body(12_103, 'КП «Прикладжитло»'),
  housingTwo: body(12_110, 'КП «Житлосервіс Прикладу»'),
  lifts: body(12_116, 'КП «Прикладліфт»'),
  trolleybuses: body(12_121, 'КП «Прикладелектротранс»'),
  buses: body(12_124, 'КП «Прикладавтотранс»'),
  animals: body(12_127, 'КП «Притулок Прикладу»'),
  electricity: body(12_132, 'ТОВ «Прикладенергозбут»'),
  powerGrid: body(12_134, 'АТ «Прикладобленерго»'),
  gas: body(12_143, 'ТОВ «Приклад-Газопостачання»'),
} as const satisfies Record<string, Body>

/** Who keeps blocks of flats: of the old centre and the harbour one enterprise, of all other districts the other. */
export const housingKeeperOf = (district: number): Body =>
  district === districtIndex.seredmistskyi || district === districtIndex.havanskyi
    ? bodies.housingOne
    : bodies.housingTwo
