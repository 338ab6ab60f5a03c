import {drawIban, legalCode} from '../../tools/language/contacts.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {bodies, type Body as CityBody} from '../../world/bodies.ts'
import type {Institution as House} from '../../world/institutions.ts'
import {type Body, straight} from './institutions.ts'

/** Bodies that only payments name. The place in the list gives the code, so new ones go to its end. */
const names = {
  doctors: 'КНП "Прикладський центр первинної медико-санітарної допомоги"',
  markets: 'КП "Ринки Прикладу"',
  press: 'КП "Редакція "Прикладські вісті"',
  rescue: 'КУ "Прикладська рятувально-водолазна служба"',
  stadium: 'КП "Спортарена Прикладу"',
  it: 'КП "Цифровий Приклад"',
  emergency: 'КУ "Прикладська аварійно-рятувальна служба"',
  bank: 'АТ "Банк Приклад"',
  taxOffice: 'ГУ ДПС у Прикладній області',
  treasury: 'ГУК у Прикладній області',
  stateBudget: 'Державний бюджет (ГУК у Прикладній області)',
  regionalBudget: 'Обласний бюджет Прикладної області',
  lender: 'Фонд енергозбереження "Північний Приклад"',
  cities: 'Асоціація міст "Приклад"',
  veterans: 'ГО "Спілка ветеранів Прикладу"',
  sport: 'ГО "Федерація вітрильного спорту Прикладу"',
} as const

/** Bodies of the city that others name too. */
const shared = {
  water: bodies.water,
  heat: bodies.heat,
  light: bodies.lights,
  green: bodies.greenery,
  streets: bodies.roads,
  waste: bodies.waste,
  housingOne: bodies.housingOne,
  housingTwo: bodies.housingTwo,
  trolleybuses: bodies.trolleybuses,
  buses: bodies.buses,
  electricity: bodies.electricity,
  gas: bodies.gas,
} as const

type CommunalName = keyof typeof names | keyof typeof shared

/** Every body that the city pays besides firms: its own enterprises, suppliers, the treasury, other budgets. */
export type Communal = Record<CommunalName, Body> & {
  /** Hospitals and clinics, by their ЄДРПОУ. */
  houses: Body[]
}

export function makeCommunal(seed: number, houses: readonly House[]): Communal {
  const make = ({edrpou, name}: CityBody): Body => ({
    code: edrpou,
    name: straight(name),
    account: drawIban(new Draw(seed, 'communal', edrpou)),
  })
  const own = Object.entries(names).map(
    ([id, name], index) => [id, make({edrpou: legalCode(12_200 + index * 11), name})] as const,
  )
  const others = Object.entries(shared).map(([id, body]) => [id, make(body)] as const)
  const ofHealth = houses.filter(({kind}) => kind === 'hospital' || kind === 'clinic')
  return {
    ...(Object.fromEntries([...own, ...others]) as Record<CommunalName, Body>),
    houses: ofHealth.map(make),
  }
}

type Shares = readonly (readonly [Body, number])[]

/** Who gets a programme's subsidies and capital transfers (2610, 3210), and in which proportion. */
export function subsidised(communal: Communal, program: string): Shares {
  const list = enterprises[program]
  if (list) return list.map(([name, weight]) => [communal[name], weight] as const)
  const isOf = houses[program]
  const chosen = isOf ? communal.houses.filter(({name}) => isOf(name)) : []
  if (chosen.length > 0) return chosen.map((body, index) => [body, index === 0 ? 3 : 1] as const)
  return [[communal[isOf ? 'doctors' : 'housingTwo'], 1]]
}

const isMaternity = (name: string) => name.includes('пологовий')
const isDentists = (name: string) => name.includes('стоматологічна')

/** Programmes for hospitals and clinics. */
const houses: Record<string, (name: string) => boolean> = {
  '0712010': name => name.includes('лікарня'),
  '0712030': isMaternity,
  '0712100': isDentists,
  '0712111': name => name.includes('поліклініка') && !isDentists(name),
  '0712152': name => !isDentists(name),
}

const enterprises: Record<string, readonly [CommunalName, number][]> = {
  '0210180': [['it', 1]],
  '0218110': [['emergency', 1]],
  '0218120': [['rescue', 1]],
  '0218240': [['emergency', 1]],
  '0218410': [['press', 1]],
  '0813033': [
    ['trolleybuses', 3],
    ['buses', 2],
  ],
  '0813192': [['veterans', 1]],
  '1115041': [['stadium', 1]],
  '1115062': [['sport', 1]],
  '1216012': [['heat', 1]],
  '1216013': [['water', 1]],
  '1216020': [
    ['housingTwo', 5],
    ['housingOne', 2],
    ['waste', 3],
  ],
  '1216030': [
    ['green', 4],
    ['waste', 3],
    ['light', 3],
  ],
  '1217670': [
    ['heat', 4],
    ['water', 4],
    ['trolleybuses', 3],
    ['waste', 2],
    ['markets', 1],
  ],
  '1917413': [
    ['trolleybuses', 2],
    ['buses', 1],
  ],
}
