import {drawIban, legalCode} from '../../tools/language/contacts.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import type {Body} from './institutions.ts'

/** Bodies that the city pays besides firms: its own enterprises, suppliers, the treasury, other budgets. */
const names = {
  hospital: 'КНП "Прикладська міська лікарня"',
  maternity: 'КНП "Прикладський пологовий будинок"',
  dentists: 'КНП "Прикладська стоматологічна поліклініка"',
  doctors: 'КНП "Прикладський центр первинної медико-санітарної допомоги"',
  water: 'КП "Прикладводоканал"',
  heat: 'КП "Прикладтеплоенерго"',
  light: 'КП "Міськсвітло Прикладу"',
  green: 'КП "Зеленгосп Прикладу"',
  streets: 'КП "Шляхи Прикладу"',
  waste: 'КП "Спецавтогосп Прикладу"',
  houses: 'КП "Житлосервіс Прикладу"',
  buses: 'КП "Прикладпастранс"',
  markets: 'КП "Ринки Прикладу"',
  press: 'КП "Редакція "Прикладські вісті"',
  rescue: 'КУ "Прикладська рятувально-водолазна служба"',
  stadium: 'КП "Спортарена Прикладу"',
  it: 'КП "Цифровий Приклад"',
  emergency: 'КУ "Прикладська аварійно-рятувальна служба"',
  electricity: 'ТОВ "Прикладенергозбут"',
  gas: 'ТОВ "Приклад-Газопостачання"',
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

type CommunalName = keyof typeof names

/** Every such body, by its short name. */
export type Communal = Record<CommunalName, Body>

export function makeCommunal(seed: number): Communal {
  const bodies: Partial<Communal> = {}
  Object.entries(names).forEach(([id, name], index) => {
    bodies[id as CommunalName] = {
      code: legalCode(12_000 + index * 11),
      name,
      account: drawIban(new Draw(seed, 'communal', id)),
    }
  })
  return bodies as Communal
}

/** Who gets a programme's subsidies and capital transfers (2610, 3210), and in which proportion. */
export const subsidised: Record<string, readonly [CommunalName, number][]> = {
  '0210180': [['it', 1]],
  '0218110': [['emergency', 1]],
  '0218120': [['rescue', 1]],
  '0218240': [['emergency', 1]],
  '0218410': [['press', 1]],
  '0712010': [['hospital', 1]],
  '0712030': [['maternity', 1]],
  '0712100': [['dentists', 1]],
  '0712111': [['doctors', 1]],
  '0712152': [
    ['hospital', 6],
    ['doctors', 3],
    ['maternity', 1],
  ],
  '0813033': [['buses', 1]],
  '0813192': [['veterans', 1]],
  '1115041': [['stadium', 1]],
  '1115062': [['sport', 1]],
  '1216012': [['heat', 1]],
  '1216013': [['water', 1]],
  '1216020': [
    ['houses', 5],
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
    ['buses', 3],
    ['waste', 2],
    ['markets', 1],
  ],
  '1917413': [['buses', 1]],
}
