import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {hasMealsInTerm} from '../budget/meals.ts'
import type {Program} from '../budget/programs.ts'
import {type Communal, subsidised} from './communal.ts'
import {decisionOf} from './decisions.ts'
import type {Firms, Sites} from './firms.ts'
import type {Institution, Institutions} from './institutions.ts'
import {
  boughtFrom,
  hasHouses,
  type Often,
  purchases,
  standing,
  thingsFor,
  upkeep,
  utilities,
} from './purchases.ts'
import {seasons, stretch} from './seasons.ts'
import {type Slot, slot} from './slot.ts'

/** Everybody who pays or is paid. */
export type Bodies = {
  seed: number
  sites: Sites
  institutions: Institutions
  firms: Firms
  communal: Communal
}

/** A line of the budget in a year: what its slots are made for. */
export type LineYear = {program: Program; kekv: string; year: number; kopiykas: number}

/** The slots of a line, which together can pay it in any month: the first is paid all year. */
export function makeSlots(bodies: Bodies, line: LineYear): Slot[] {
  const payers = bodies.institutions.of(line.program.code)
  const about = {
    bodies,
    line,
    payers,
    draw: new Draw(bodies.seed, 'slots', line.program.code, line.kekv, line.year),
  }
  return makers[line.kekv]!(about)
}

type About = {bodies: Bodies; line: LineYear; payers: readonly Institution[]; draw: Draw}
type Maker = (about: About) => Slot[]

const hryvnias = 100

/** The military levy on pay: 1.5 %, from pay of December 2024 on 5 % (Law 4015-IX). */
const levyOf = (year: number, month: number) => (year * 12 + month < 2024 * 12 + 11 ? 0.015 : 0.05)

/** Pay goes to the bank in two parts; income tax and military levy are withheld from it. */
const pay: Maker = ({bodies: {communal}, line: {year}, payers}) => {
  const levies = Array.from({length: 12}, (_, month) => levyOf(year, month))
  const rest = levies.map(levy => 0.82 - levy)
  return payers.flatMap(payer => [
    slot({
      payer,
      payee: communal.bank,
      text: 'pay',
      weight: payer.size,
      season: rest,
      payments: 2.2,
      rhythm: 'pay',
    }),
    slot({payer, payee: communal.taxOffice, text: 'incomeTax', weight: payer.size * 0.18, rhythm: 'taxes'}),
    slot({
      payer,
      payee: communal.taxOffice,
      text: 'levy',
      weight: payer.size,
      season: levies,
      rhythm: 'taxes',
    }),
  ])
}

const contributions: Maker = ({bodies: {communal}, payers}) =>
  payers.map(payer =>
    slot({payer, payee: communal.taxOffice, text: 'contributions', weight: payer.size, rhythm: 'taxes'}),
  )

const suppliers = {2271: 'heat', 2272: 'water', 2273: 'electricity', 2274: 'gas', 2275: 'waste'} as const

/** Every institution has its meters and a contract for each. */
const meter: Maker = ({bodies: {communal}, line: {kekv, program}, payers}) => {
  const payee = communal[suppliers[kekv as unknown as keyof typeof suppliers]]
  return payers.map(payer =>
    slot({
      payer,
      payee,
      text: 'meter',
      weight: payer.size,
      purchase: utilities[kekv]!,
      about: program.code === '1216030' ? 'зовнішнє освітлення' : '',
      rhythm: 'end',
    }),
  )
}

/** Contracts of a line: about one for so many hryvnias a year, within bounds. */
const contractsFor = ({line: {kopiykas}}: About, hryvniasEach: number, most: number) =>
  Math.max(2, Math.min(most, Math.round(kopiykas / (hryvniasEach * hryvnias))))

/**
 * Purchases from firms of a list of things: the first for the whole year, the others for some months of it, within
 * their season.
 */
function contracted(
  about: About,
  list: readonly Often[],
  {
    each,
    most,
    months,
    payments,
    text,
  }: {each: number; most: number; months: number; payments: number; text: 'goods' | 'works'},
): Slot[] {
  const {draw, payers, line, bodies} = about
  return Array.from({length: contractsFor(about, each, most)}, (_, index) => {
    const begin = index === 0 ? 0 : draw.below(12)
    const open = boughtFrom(list, line.year, begin)
    const steady = open.filter(([{season}]) => season === null || season.every(share => share > 0))
    const purchase = chooser(index === 0 || open.length === 0 ? steady : open)(draw)
    const {season} = purchase
    const {from, to} = stretch(season, begin, index === 0 ? 12 : 1 + draw.below(months))
    const payer = draw.pick(payers)
    return slot({
      payer,
      payee: bodies.firms.pick(purchase.trade, payer, draw),
      text,
      weight: purchase.size * draw.lognormal(1, 0.9),
      from,
      to,
      payments,
      purchase,
      season,
      rhythm: 'end',
    })
  })
}

/** What is bought of food, kitchen by kitchen; pupils are not fed when there are no lessons. */
const meals: Maker = about => {
  const {draw, payers, line, bodies} = about
  const perInstitution = line.kopiykas / payers.length > 40_000_000 ? 3 : 2
  const {milk, meat, vegetables, bread, groceries, catering} = purchases
  // Kindergartens have kitchens of their own.
  const hasPupils = hasMealsInTerm(line.program)
  const food = [milk, meat, vegetables, bread, groceries, ...(hasPupils ? [catering] : [])]
  return payers.flatMap(payer =>
    Array.from({length: perInstitution}, (_, index) => {
      const purchase = food[(index * 2 + draw.below(2)) % food.length]!
      return slot({
        payer,
        payee: bodies.firms.pick(purchase.trade, payer, draw),
        text: 'goods',
        weight: payer.size * draw.lognormal(1, 0.4),
        payments: 3.8,
        purchase,
        season: hasPupils ? seasons.lessons : null,
      })
    }),
  )
}

const goods: Maker = about =>
  contracted(about, thingsFor(about.line.program, '2210'), {
    each: 110_000,
    most: 60,
    months: 5,
    payments: 3,
    text: 'goods',
  })

/** Contracts of the city's own enterprises, by programme: whose, what, and how large beside those of firms. */
const ownUpkeep: Record<
  string,
  readonly (readonly [keyof typeof ownKeepers, keyof typeof upkeep, number])[]
> = {
  '1216030': [
    ['green', 'mowing', 7],
    ['green', 'pruning', 4],
    ['streets', 'pavements', 5],
    ['streets', 'sweeping', 5],
    ['light', 'lights', 7],
    ['waste', 'litter', 6],
  ],
  '1217461': [
    ['streets', 'winter', 7],
    ['streets', 'potholes', 4],
  ],
}
const ownKeepers = {green: true, streets: true, light: true, waste: true} as const

/** Services; what keeps streets is in large part bought from the city's own enterprises. */
const services: Maker = about => {
  const {line, bodies, draw, payers} = about
  const own = ownUpkeep[line.program.code]
  const bought = contracted(about, thingsFor(line.program, '2240'), {
    each: own ? 2_400_000 : 160_000,
    most: own ? 40 : 50,
    months: 9,
    payments: 3,
    text: 'works',
  })
  for (const [name, what, weight] of own ?? [])
    bought.push(
      slot({
        payer: payers[0]!,
        payee: bodies.communal[name],
        text: 'works',
        weight: weight * draw.lognormal(1, 0.3),
        payments: 4,
        purchase: upkeep[what],
        season: upkeep[what].season,
      }),
    )
  if (hasHouses(line.program)) bought.push(...standingContracts(about))
  return bought
}

/** What nearly every house has all year: from the same firm, year after year. */
function standingContracts({payers, bodies: {seed, firms}}: About): Slot[] {
  return payers.flatMap(payer =>
    standing.flatMap(([purchase, share]) => {
      const draw = new Draw(seed, 'standing contract', payer.code, purchase.subject)
      if (!draw.chance(share)) return []
      const weight = purchase.size * payer.size * draw.lognormal(0.5, 0.3)
      const payee = firms.usual(purchase.trade, payer)
      return slot({payer, payee, text: 'works', weight, purchase, rhythm: 'end'})
    }),
  )
}

const machines: Maker = about =>
  contracted(about, thingsFor(about.line.program, '3110'), {
    each: 450_000,
    most: 36,
    months: 4,
    payments: 1.1,
    text: 'goods',
  })

/** Building and repair: projects of some months, paid after each act. */
const works: Maker = about =>
  contracted(about, thingsFor(about.line.program, about.line.kekv), {
    each: 1_900_000,
    most: 30,
    months: 7,
    payments: 1.3,
    text: 'works',
  })

const medicines: Maker = about =>
  contracted(about, thingsFor(about.line.program, '2220'), {
    each: 60_000,
    most: 8,
    months: 6,
    payments: 1,
    text: 'goods',
  })

const training: Maker = about =>
  contracted(about, thingsFor(about.line.program, '2282'), {
    each: 90_000,
    most: 6,
    months: 8,
    payments: 1,
    text: 'works',
  })

/** Subsidies and capital transfers to the city's own enterprises. */
const subsidies: Maker = ({bodies: {communal, seed}, line: {program, kekv, year}, payers}) =>
  subsidised(communal, program.code).map(([payee, weight]) =>
    slot({
      payer: payers[0]!,
      payee,
      text: 'subsidy',
      weight,
      payments: kekv === '3210' ? 2.4 : 5,
      about: `${kekv === '3210' ? 'капітальні видатки' : 'поточні видатки'}; ${decisionOf(seed, program.code, year)}`,
      grain: 10_000,
    }),
  )

const transferTexts: Record<string, string> = {
  '3719110': 'Реверсна дотація',
  '3719770': 'Субвенція обласному бюджету на утримання обласної лікарні',
  '3719800': 'Субвенція державному бюджету на виконання програм соціально-економічного розвитку',
}

const transfers: Maker = ({bodies: {communal}, line: {program}, payers}) => [
  slot({
    payer: payers[0]!,
    payee: program.code === '3719770' ? communal.regionalBudget : communal.stateBudget,
    text: 'transfer',
    about:
      transferTexts[program.code] ??
      'Субвенція державному бюджету на матеріально-технічне забезпечення військових частин',
    payments: program.code === '3719110' ? 3 : 1.6,
    rhythm: program.code === '3719110' ? 'decades' : 'even',
    grain: 10_000,
  }),
]

const stipends: Maker = ({bodies: {communal}, payers}) =>
  payers.map(payer => slot({payer, payee: communal.bank, text: 'stipend', weight: payer.size, rhythm: 'end'}))

/** Most aid is paid by lists through the bank, some to persons; carriers are paid for those who travel free. */
const aid: Maker = ({bodies: {communal, firms, seed}, line: {program, year}, payers}) => {
  const payer = payers[0]!
  if (program.code === '0813033')
    return [communal.trolleybuses, communal.buses, ...firms.carriers].map((payee, index) =>
      slot({
        payer,
        payee,
        text: 'subsidy',
        about: `компенсація за пільговий проїзд; ${decisionOf(seed, program.code, year)}`,
        weight: index < 2 ? 3 : 1.5,
        payments: 2,
      }),
    )
  return [
    slot({payer, payee: communal.bank, text: 'list', weight: 0.62, payments: 4, grain: 1_000}),
    slot({payer, payee: null, text: 'aid', weight: 0.38, each: 950_000, grain: 10_000}),
  ]
}

const dwellings: Maker = ({payers}) => [
  slot({payer: payers[0]!, payee: null, text: 'dwelling', each: 1_700_000 * hryvnias}),
]

const trips: Maker = ({payers}) =>
  payers
    .slice(0, 6)
    .map(payer => slot({payer, payee: null, text: 'trip', weight: payer.size, each: 2_600 * hryvnias}))

const interest: Maker = ({bodies: {communal}, payers}) => [
  slot({payer: payers[0]!, payee: communal.lender, text: 'loan', rhythm: 'end'}),
]

/** Membership, court fees, taxes. */
const fees: Maker = ({bodies: {communal}, line: {program}, payers}) => {
  const isMember = program.code === '0217680'
  return [
    slot({
      payer: payers[0]!,
      payee: isMember ? communal.cities : communal.treasury,
      text: 'fee',
      about: isMember ? 'Членський внесок' : 'Судовий збір, податки та збори',
      payments: isMember ? 1 : 2,
    }),
  ]
}

/** A maker for each economic code that can be paid. */
const makers: Record<string, Maker> = {
  2111: pay,
  2120: contributions,
  2210: goods,
  2220: medicines,
  2230: meals,
  2240: services,
  2250: trips,
  2271: meter,
  2272: meter,
  2273: meter,
  2274: meter,
  2275: meter,
  2282: training,
  2410: interest,
  2420: interest,
  2610: subsidies,
  2620: transfers,
  2720: stipends,
  2730: aid,
  2800: fees,
  3110: machines,
  3122: works,
  3131: works,
  3132: works,
  3142: works,
  3210: subsidies,
  3220: transfers,
  3240: dwellings,
}
