import {Draw} from '../../tools/numbers/draw.ts'
import {type Planted, transit} from '../budget/planted.ts'
import {namedFirm} from './firms.ts'
import type {Bodies, LineYear} from './make-slots.ts'
import {purchases} from './purchases.ts'
import {type Slot, slot} from './slot.ts'

/** Nineteen contracts for the same thing with one firm, each just below what has to be put out to tender. */
const split = {
  program: '1216030',
  kekv: '2240',
  firm: 'ТОВ "Тамариск-Сервіс-Приклад"',
  index: 41_207,
  contracts: 19,
} as const

/** A firm founded in the year, which gets most of the programme from April on. */
const newcomer = {
  program: '0217520',
  firm: 'ТОВ "Цифра-Фарватер-Приклад"',
  index: 79_630,
  from: 3,
} as const

/** A repair that was paid more than its contract is worth. */
const overpaid = {program: '1511300', kekv: '3132', valueShare: 0.887} as const

/** Adds to a line's slots what is hidden in it. */
export function plantSlots(bodies: Bodies, line: LineYear, slots: Slot[], {lastYear}: Planted): void {
  const {program, kekv, year} = line
  if (year !== lastYear) return
  const payer = bodies.institutions.manager(program.code)
  if (program.code === split.program && kekv === split.kekv) {
    const payee = namedFirm(bodies.seed, bodies.sites, split.firm, split.index)
    const draw = new Draw(bodies.seed, 'split')
    for (let index = 0; index < split.contracts; index++) {
      // Greenery is kept from April to October.
      const month = 3 + Math.floor((index * 7) / split.contracts)
      const fixed = Array<number>(12).fill(0)
      fixed[month] = 9_640_000 + draw.below(355) * 1_000
      slots.push(
        slot({
          payer,
          payee,
          text: 'works',
          from: month,
          to: month,
          fixed,
          valueShare: 1,
          isPlanted: true,
          season: purchases.mowing.season,
          purchase: {
            ...purchases.mowing,
            subject: `Утримання зелених насаджень, дільниця № ${index + 1}`,
            paidFor: `утримання зелених насаджень, дільниця № ${index + 1}`,
          },
        }),
      )
    }
  }
  if (program.code === newcomer.program && (kekv === '2240' || kekv === '3110')) {
    const others = slots.reduce((sum, {weight}) => sum + weight, 0)
    slots.push(
      slot({
        payer,
        payee: namedFirm(bodies.seed, bodies.sites, newcomer.firm, newcomer.index),
        text: kekv === '2240' ? 'works' : 'goods',
        weight: others * 2.2,
        from: newcomer.from,
        payments: 2,
        purchase: kekv === '2240' ? purchases.software : purchases.laptops,
        isPlanted: true,
      }),
    )
  }
  if (program.code === overpaid.program && kekv === overpaid.kekv)
    slots[0] = {...slots[0]!, valueShare: overpaid.valueShare, isPlanted: true, weight: slots[0]!.weight + 1}
  if (program.code === transit.program && kekv === transit.kekv)
    slots[0] = {
      ...slots[0]!,
      payments: 1,
      about: 'Субвенція обласному бюджету (передано субвенцію, отриману з місцевого бюджету)',
    }
}
