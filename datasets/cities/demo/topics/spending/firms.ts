import {drawIban, drawTaxNumber, legalCode} from '../../tools/language/contacts.ts'
import {drawPerson, shortName} from '../../tools/language/people.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {power} from '../../tools/numbers/exact.ts'
import type {BuildingKind, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import type {Body} from './institutions.ts'
import {type Trade, trades} from './trades.ts'

/** A firm, or a person who trades: then `code` has ten digits and `isPerson` says so, and there is no street. */
export type Firm = Body & {isPerson: boolean; address: string}

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

const kinds = ['ТОВ', 'ТОВ', 'ТОВ', 'ТОВ', 'ПП', 'ПрАТ']

/** Places in the register of firms; those of the city are strewn over it, more than there are firms. */
const registered = {places: 211, step: 89, apart: 190} as const

/** How much less each next firm of a trade gets: its share falls with this power of its place. */
const concentration = 1.1

/** A buyer has its usual firm in each trade, and buys from it this often. */
const loyalty = 0.5

/** Kopiykas of a year's contract that are more than one person who trades can work off. */
const tooMuchForOne = 60_000_000

/** Everybody whom the city buys from, by what they do. */
export class Firms {
  #all = new Map<Trade, (draw: Draw) => Firm>()
  #large = new Map<Trade, (draw: Draw) => Firm>()
  #seed: number
  /** Carriers of those who travel free. */
  readonly carriers: readonly Firm[]

  constructor(seed: number, sites: Sites) {
    this.#seed = seed
    const ofTrade = makeFirms(seed, sites)
    this.carriers = ofTrade.get('carriage')!
    for (const [trade, firms] of ofTrade) {
      const at = (firm: Firm) =>
        new Draw(seed, 'standing', trade, firm.code).unit() + (firm.isPerson ? 0.4 : 0)
      const ranked = firms.map(firm => [firm, at(firm)] as const).sort(([, a], [, b]) => a - b)
      this.#all.set(trade, byStanding(ranked.map(([firm]) => firm)))
      this.#large.set(trade, byStanding(ranked.flatMap(([firm]) => (firm.isPerson ? [] : [firm]))))
    }
  }

  /** A firm of the trade for one of a buyer's contracts: its usual one, or any. */
  pick(trade: Trade, buyer: Body, draw: Draw): Firm {
    return draw.chance(loyalty) ? this.usual(trade, buyer) : this.#all.get(trade)!(draw)
  }

  /** The firm, no person who trades, from which a buyer mostly buys this. */
  usual(trade: Trade, buyer: Body): Firm {
    return this.#large.get(trade)!(new Draw(this.#seed, 'usual firm', trade, buyer.code))
  }

  /** Whoever does it, where that is not a person with more than one can do; else the buyer's usual firm. */
  able(firm: Body, trade: Trade, buyer: Body, kopiykas: number): Body {
    const isTooMuch = kopiykas > tooMuchForOne && 'isPerson' in firm && firm.isPerson === true
    return isTooMuch ? this.usual(trade, buyer) : firm
  }
}

/** The first are bought from most. */
const byStanding = (firms: readonly Firm[]) =>
  chooser(firms.map((firm, place) => [firm, power(place + 1, -concentration)] as const))

/** Firms and persons of each trade; a firm that does two things is in both lists. */
function makeFirms(seed: number, sites: Sites): Map<Trade, Firm[]> {
  const ofTrade = new Map((Object.keys(trades) as Trade[]).map(trade => [trade, [] as Firm[]]))
  const taken = new Set<string>()
  let index = 0
  for (const trade of ofTrade.keys()) {
    const {firms, traders, words: own, besides} = trades[trade]
    for (let place = 0; place < firms + traders; place++) {
      const draw = new Draw(seed, 'firm', trade, place)
      const account = drawIban(draw)
      const address = addressAt(draw, sites)
      if (place < firms) {
        let name: string
        do name = firmName(draw, own)
        while (taken.has(name))
        taken.add(name)
        const {places, step, apart} = registered
        const code = legalCode(20_000 + apart * ((index++ * step) % places) + draw.below(apart))
        const firm = {code, name, account, isPerson: false, address}
        ofTrade.get(trade)!.push(firm)
        if (besides && draw.chance(0.45)) ofTrade.get(besides as Trade)!.push(firm)
      } else {
        const person = drawPerson(draw)
        const code = drawTaxNumber(draw, person.isWoman)
        ofTrade
          .get(trade)!
          .push({code, name: `ФОП ${shortName(person)}`, account, isPerson: true, address: city})
      }
    }
  }
  if (index > registered.places) throw new RangeError(`${index} firms for ${registered.places} places.`)
  return ofTrade
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
export function namedFirm(seed: number, sites: Sites, name: string, index: number): Firm {
  const draw = new Draw(seed, 'named firm', name)
  const account = drawIban(draw)
  const address = addressAt(draw, sites)
  return {code: legalCode(20_000 + index), name, account, isPerson: false, address}
}
