import {drawIban, drawTaxNumber, legalCode} from '../../tools/language/contacts.ts'
import {drawPerson, shortName} from '../../tools/language/people.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import type {BuildingKind, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import type {Body} from './institutions.ts'

/** What a firm does. */
export type Trade =
  | 'food'
  | 'goods'
  | 'machines'
  | 'services'
  | 'building'
  | 'roads'
  | 'software'
  | 'medicine'
  | 'carriage'

/** A firm, or a person who trades: then `code` has ten digits and `isPerson` says so, and there is no street. */
export type Firm = Body & {trade: Trade; isPerson: boolean; address: string}

/** Where firms are: «вул. Якірна, 12». */
export type Sites = readonly string[]

const kindsOfSites: ReadonlySet<BuildingKind> = new Set(['office', 'shop', 'warehouse', 'factory'])

/** Addresses of the city's offices, shops, works and warehouses. */
export const sitesOf = ({buildings, streets}: Ground): Sites =>
  buildings
    .filter(building => kindsOfSites.has(building.kind) && hasAddress(building))
    .map(({street, house}) => `${streets[street]!.name.uk}, ${house}`)

const addressAt = (draw: Draw, sites: Sites): string => `${city}, ${draw.pick(sites)}`
const city = 'м. Приклад'

/** Words of the sea and the steppe; with a trade's word and the city's name they make names that no firm has. */
const words = [
  'Лиман',
  'Бриз',
  'Якір',
  'Маяк',
  'Чайка',
  'Хвиля',
  'Причал',
  'Румб',
  'Ковила',
  'Акація',
  'Шафран',
  'Полин',
  'Кермек',
  'Буревій',
  'Мушля',
  'Пірс',
  'Фарватер',
  'Азимут',
  'Катамаран',
  'Суховій',
  'Тамариск',
  'Дельфін',
  'Баклан',
  'Кефаль',
]

const trades: Record<Trade, {count: number; traders: number; words: readonly string[]}> = {
  food: {count: 9, traders: 4, words: ['Прод', 'Харч', 'Агро', 'Смак']},
  goods: {count: 13, traders: 14, words: ['Торг', 'Опт', 'Постач', 'Маркет']},
  machines: {count: 9, traders: 2, words: ['Техно', 'Пром', 'Енерго', 'Агрегат']},
  services: {count: 15, traders: 12, words: ['Сервіс', 'Охорона', 'Клінінг', 'Зв’язок', 'Ліфт']},
  building: {count: 16, traders: 3, words: ['Буд', 'Ремонт', 'Монтаж', 'Дах', 'Фасад']},
  roads: {count: 5, traders: 0, words: ['Шлях', 'Дорсервіс', 'Асфальт']},
  software: {count: 6, traders: 4, words: ['Софт', 'Дата', 'Цифра']},
  medicine: {count: 4, traders: 0, words: ['Мед', 'Фарм']},
  carriage: {count: 3, traders: 0, words: ['Транс', 'Авто']},
}

const kinds = ['ТОВ', 'ТОВ', 'ТОВ', 'ТОВ', 'ПП', 'ПрАТ']

/** Every firm that the city buys from, by trade, in the order of their codes: older firms have lower ones. */
export type Firms = Record<Trade, readonly Firm[]>

export function makeFirms(seed: number, sites: Sites): Firms {
  const firms: Partial<Record<Trade, Firm[]>> = {}
  const taken = new Set<string>()
  let index = 0
  for (const [trade, {count, traders, words: own}] of Object.entries(trades) as [
    Trade,
    (typeof trades)[Trade],
  ][]) {
    const list: Firm[] = []
    for (let place = 0; place < count + traders; place++) {
      const draw = new Draw(seed, 'firm', trade, place)
      const account = drawIban(draw)
      const address = addressAt(draw, sites)
      if (place < count) {
        let name: string
        do name = firmName(draw, own)
        while (taken.has(name))
        taken.add(name)
        const code = legalCode(20_000 + 310 * index++ + draw.below(300))
        list.push({code, name, account, trade, isPerson: false, address})
      } else {
        const person = drawPerson(draw)
        const code = drawTaxNumber(draw, person.isWoman)
        list.push({code, name: `ФОП ${shortName(person)}`, account, trade, isPerson: true, address: city})
      }
    }
    firms[trade] = list
  }
  return firms as Firms
}

function firmName(draw: Draw, own: readonly string[]): string {
  const word = draw.pick(words)
  const trade = draw.pick(own)
  const quoted = draw.pick([
    `${word}-${trade}-Приклад`,
    `Приклад-${word}-${trade}`,
    `${trade}-${word}-Приклад`,
  ])
  return `${draw.pick(kinds)} "${quoted}"`
}

/** A firm by its own name; `index` from 0 to 79 999 gives the code, later firms have higher ones. */
export function namedFirm(seed: number, sites: Sites, name: string, index: number, trade: Trade): Firm {
  const draw = new Draw(seed, 'named firm', name)
  const account = drawIban(draw)
  const address = addressAt(draw, sites)
  return {code: legalCode(20_000 + index), name, account, trade, isPerson: false, address}
}
