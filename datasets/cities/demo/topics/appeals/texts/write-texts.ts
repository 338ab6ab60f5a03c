import {
  drawEmail,
  drawIban,
  drawPassport,
  drawPhone,
  drawPlate,
  drawTaxNumber,
} from '../../../tools/language/contacts.ts'
import {makeGrammar, type Slot, type Write} from '../../../tools/language/grammar.ts'
import {monthNames} from '../../../tools/language/month-names.ts'
import {drawPerson, fullName, politeName, shortName} from '../../../tools/language/people.ts'
import {chooser} from '../../../tools/numbers/chooser.ts'
import type {Draw} from '../../../tools/numbers/draw.ts'
import type {About, MatterWriters} from './about.ts'
import {answers} from './answers.ts'
import {cityLife} from './city-life.ts'
import {type Confidence, confidences} from './confidences.ts'
import {type Fit, fitOf, fits, readFit} from './fitting.ts'
import {heatingAndWater} from './heating-and-water.ts'
import {houses} from './houses.ts'
import {offices} from './offices.ts'
import {streets} from './streets.ts'
import type {Topics} from './topic.ts'
import {sayings, voice} from './voice.ts'

const topics: Topics = {...heatingAndWater, ...houses, ...streets, ...cityLife, ...offices}

/** Topics of the inside of a house, and those that have no place; all others are met before a house. */
const inside = new Set([
  ...Object.keys(houses),
  'no-heating',
  'heating-failure',
  'heating-stop',
  'weak-heating',
  'no-power',
  'burst-dry',
  'burst-aside',
  'heating-leak',
  'no-cold-water',
  'no-hot-water',
  'bad-water',
  'sewer-blocked',
  'shelter',
])
const nowhere = new Set([
  ...Object.keys(offices).filter(id => id !== 'shelter'),
  'timetable',
  'bridge-transport',
  'driver',
  'noise',
  'beach',
  'steppe-smoke',
])

/** Genitive, of the hours from 0 to 23; the locative ends in -ій. */
const hourNames = [
  'опівночі',
  'першої ночі',
  'другої ночі',
  'третьої ночі',
  'четвертої ранку',
  'п’ятої ранку',
  'шостої ранку',
  'сьомої ранку',
  'восьмої ранку',
  'дев’ятої ранку',
  'десятої ранку',
  'одинадцятої ранку',
  'полудня',
  'першої дня',
  'другої дня',
  'третьої дня',
  'четвертої дня',
  'п’ятої вечора',
  'шостої вечора',
  'сьомої вечора',
  'восьмої вечора',
  'дев’ятої вечора',
  'десятої вечора',
  'одинадцятої вечора',
]

/** By the hour before which it is said: for how long something has been so, and when something happened. */
const timesBefore: [before: number, since: string[], happened: string[]][] = [
  [
    5,
    ['з вечора', 'уже дві години', 'уже третю годину', 'від {clock}'],
    ['увечері', 'пізно ввечері', 'близько {clock}', 'дві години тому'],
  ],
  [
    9,
    ['з ночі', 'зранку', 'з самого ранку', 'від учорашнього вечора', 'від {clock}', 'від учора'],
    ['вночі', 'під ранок', 'ще вчора ввечері', 'близько {clock}', 'учора'],
  ],
  [
    13,
    ['зранку', 'з самого ранку', 'від {clock}', 'уже [дві|три|чотири] години', 'з ночі', 'від учора'],
    ['сьогодні зранку', 'вранці', 'близько {clock}', 'вночі', 'учора'],
  ],
  [
    18,
    ['зранку', 'від {clock}', 'уже [третю|четверту|п’яту] годину', 'з обіду', 'пів дня', 'з самого ранку'],
    ['ще зранку', 'в обід', 'близько {clock}', 'години три тому'],
  ],
  [
    24,
    ['з обіду', 'цілий день', 'від {clock}', 'уже [третю|четверту] годину', 'зранку', 'з самого ранку'],
    ['в обід', 'ще зранку', 'близько {clock}', 'години дві тому', 'сьогодні вдень'],
  ],
]
const timesOf = ({hour}: About) => timesBefore.find(([before]) => hour < before)![0]

/** A word that a text says once and then keeps to. */
const kept =
  (name: string, write: Slot<About>): Slot<About> =>
  (about, draw) => {
    const before = about.said.get(name)
    if (before !== undefined) return before
    const text = write(about, draw)
    about.said.set(name, text)
    return text
  }

const between = (from: number, to: number) => (_: About, draw: Draw) =>
  String(from + draw.below(to - from + 1))
const floor = kept('floor', ({storeys}, draw) => String(1 + draw.below(storeys)))
const floorAs =
  (ending: string): Slot<About> =>
  (about, draw) =>
    `${floor(about, draw)}-${ending}`

/** Nobody counts one. */
const entrance = kept('entrance', ({entrances}, draw) =>
  entrances > 1 ? String(1 + draw.below(entrances)) : '',
)

/** Where one does not like to walk to; of low houses the top. */
const highFloor = kept('highFloor', ({storeys}, draw) => {
  const lowest = Math.min(4, storeys)
  return String(lowest + draw.below(storeys - lowest + 1))
})
const highFloorAs =
  (ending: string): Slot<About> =>
  (about, draw) =>
    `${highFloor(about, draw)}-${ending}`

const line: Slot<About> = (about, draw) => {
  about.line ??= about.drawLine(draw)
  return about.line.isTrolleybus ? about.line.name : `№ ${about.line.name}`
}

/** Both words decline alike: the ending follows. */
const vehicle: Slot<About> = (about, draw) => {
  about.line ??= about.drawLine(draw)
  return about.line.isTrolleybus ? 'тролейбус' : 'автобус'
}

/** The hour some hours before that of the appeal, whole. */
const earlier = ({hour}: About, draw: Draw) => (hour + 23 - draw.below(4)) % 24

const slots: Record<string, Slot<About>> = {
  fact: (about, draw) => about.matter.fact(about, draw),
  told: (about, draw) => about.matter.told(about, draw),
  ask: (about, draw) => about.matter.ask(about, draw),
  done: (about, draw) => about.matter.done(about, draw),
  located: (about, draw) => about.matter.located(about, draw),
  address: (about, draw) => about.matter.address(about, draw),
  spot: (about, draw) => about.matter.spot(about, draw),
  care: (about, draw) => about.matter.care(about, draw),
  concern: (about, draw) => about.matter.concern(about, draw),

  street: ({street}) => street.plain,
  onStreet: ({street}) => street.on,
  ofStreet: ({street}) => street.of,
  toStreet: ({street}) => street.to,
  bare: ({street}) => street.bare,
  house: ({house}) => house,
  flat: about => {
    const {flat} = about
    about.flat = ''
    return flat
  },

  hours: kept('hours', (about, draw) => rule(`since ${timesOf(about)}`)(about, draw)),
  moment: kept('moment', (about, draw) => rule(`happened ${timesOf(about)}`)(about, draw)),
  clock: kept('clock', (about, draw) => hourNames[earlier(about, draw)]!.replace(/^опівночі$/, 'півночі')),
  atClock: kept('atClock', (_, draw) => hourNames[6 + draw.below(6)]!.replace(/ої ранку$/, 'ій ранку')),
  greeting: (about, draw) =>
    rule(about.hour < 11 && about.hour > 3 ? 'morning' : about.hour < 18 ? 'midday' : 'evening')(about, draw),
  lastMonth: ({month}) => monthNames[(month + 10) % 12]!,
  lastSeason: ({month}) => ['осені', 'зими', 'весни', 'літа'][Math.floor((month % 12) / 3)]!,
  years: ({year}, draw) => String(year - 1 - draw.below(6)),

  degrees: kept('degrees', (_, draw) => {
    const degrees = 10 + draw.below(8)
    return draw.chance(0.5)
      ? `${degrees} градусів`
      : draw.chance(0.5)
        ? `+${degrees}`
        : `лише ${degrees} градусів`
  }),
  normDegrees: (_, draw) => `${19 + draw.below(3)},${draw.below(10)} °C`,
  floor: floorAs('му'),
  highFloor: highFloorAs('му'),
  highFloorTh: highFloorAs('й'),
  highFloorOf: highFloorAs('го'),
  topFloor: ({storeys}, draw) => (draw.chance(0.4) ? 'останньому' : `${storeys}-му`),
  /** [у] 2-му під’їзді */
  inEntrance: (about, draw) => {
    const number = entrance(about, draw)
    return number ? `${number}-му під’їзді` : 'під’їзді'
  },
  atEntrance: (about, draw) => {
    const number = entrance(about, draw)
    return number ? draw.pick([`, під’їзд ${number}`, `, ${number}-й під’їзд`]) : ''
  },
  route: line,
  vehicle,
  sum: kept('sum', (_, draw) => `${1 + draw.below(6)} ${100 + draw.below(900)},${10 + draw.below(90)}`),
  signatures: (_, draw) => `${15 + 10 * draw.below(9)} підписів`,
  squareMetres: (_, draw) => `${2 + draw.below(60)} м²`,
  pipeMetres: (_, draw) => `${2 + draw.below(38)} м`,
  cubicMetres: (_, draw) => `${2 + draw.below(28)} м³`,
  seconds: between(15, 20),
  date: ({closedOn}) => closedOn,

  phone: (_, draw) => drawPhone(draw),
  email: (_, draw) => drawEmail(draw),
  taxNumber: ({isWoman}, draw) => drawTaxNumber(draw, isWoman),
  iban: (_, draw) => drawIban(draw),
  passport: (_, draw) => drawPassport(draw),
  plate: (_, draw) => drawPlate(draw),
  flatNumber: ({dwellings}, draw) => String(1 + draw.below(dwellings)),
  short: ({isWoman}, draw) => shortName(drawPerson(draw, isWoman)),
  manShort: (_, draw) => shortName(drawPerson(draw, false)),
  womanShort: (_, draw) => shortName(drawPerson(draw, true)),
  shortOf: ({isWoman}, draw) => shortName(drawPerson(draw, isWoman), 'genitive'),
  nameTo: ({isWoman}, draw) => shortName(drawPerson(draw, isWoman), 'dative'),
  nameOf: ({isWoman}, draw) => shortName(drawPerson(draw, isWoman), 'genitive'),
  full: ({isWoman}, draw) => fullName(drawPerson(draw, isWoman)),
  polite: ({isWoman}, draw) => politeName(drawPerson(draw, isWoman)),
  mansPolite: (_, draw) => politeName(drawPerson(draw, false)),
  womansPolite: (_, draw) => politeName(drawPerson(draw, true)),
}
for (const name of Object.keys(sayings))
  slots[name] = kept(name, (about, draw) => rule(`any ${name}`)(about, draw))

const named = <T>(entries: [string, T][]): Record<string, T> => Object.fromEntries(entries)

/** Rules that are the same for every house and time; those that are not are slots, which look at what fits. */
const rules: Record<string, readonly string[]> = {}

const grammar = makeGrammar<About>(rules, slots, ({isWoman}) => isWoman)

/** Writes one of the alternatives that fit. @throws Error where none does */
function fitting(name: string, alternatives: readonly string[]): Slot<About> {
  const known = new Map<number, Write<About>>()
  const list = alternatives.map(readFit)
  const relevant = list.reduce((bits, {fit}) => bits | fit.must | fit.mustNot, 0)
  return (about, draw) => {
    const bits = about.traits & relevant
    let write = known.get(bits)
    if (!write) {
      const here = list.filter(({fit}) => fits(fit, bits)).map(({text}) => text)
      if (here.length === 0) throw new Error(`Nothing of the rule "${name}" fits.`)
      rules[`${name}, ${bits}`] = here
      write = grammar.rule(`${name}, ${bits}`)
      known.set(bits, write)
    }
    return write(about, draw)
  }
}

for (const [name, alternatives] of Object.entries<readonly string[]>({
  ...voice,
  ...named(Object.entries(sayings).map(([name, list]) => [`any ${name}`, list as readonly string[]])),
  ...named(
    timesBefore.flatMap(([before, since, happened]): [string, readonly string[]][] => [
      [`since ${before}`, since],
      [`happened ${before}`, happened],
    ]),
  ),
  ...named(Object.entries(answers).map(([name, list]) => [`answer ${name}`, list as readonly string[]])),
  ...named(
    Object.entries(topics).flatMap(([id, cases]) =>
      cases.flatMap(({fact, told, ask, done}, index) =>
        Object.entries({fact, told, ask, done}).map(([part, list]): [string, readonly string[]] => [
          `${id} ${index} ${part}`,
          list,
        ]),
      ),
    ),
  ),
  ...named(
    Object.entries(confidences).flatMap(([kind, voices]) =>
      Object.entries(voices).map(([who, list]): [string, readonly string[]] => [`${kind} ${who}`, list]),
    ),
  ),
  morning: ['Доброго ранку', 'Добрий ранок', '2× Добрий день'],
  midday: ['2× Добрий день', 'Доброго дня'],
  evening: ['Добрий вечір', 'Доброго вечора'],
  atHouse: [
    '9× {street}, {house}{flat}',
    '2× {street}, буд. {house}{flat}',
    '{street} {house}{flat}',
    '2× {bare}, {house}{flat}',
  ],
  ofHouse: ['будинку {house} на {onStreet}'],
  inHouse: [
    '2× у будинку {house} на {onStreet}',
    '(flats) у домі {house} на {onStreet}',
    '3× на {onStreet}, {house}{flat}',
  ],
  nearHouse: [
    '3× біля будинку {house} на {onStreet}',
    'на {onStreet} біля будинку {house}',
    'навпроти будинку {house} на {onStreet}',
  ],
  locatedInside: ['{^inHouse} {fact}'],
  locatedOutside: ['{^nearHouse} {fact}'],
  locatedNowhere: ['{^fact} (я з {ofHouse})', '{^fact}. Моя адреса: {atHouse}'],
  addressInside: [
    'Ідеться про будинок {house} на {onStreet}.',
    'Адреса: {atHouse}.',
    '(lived) Мій будинок – {atHouse}.',
  ],
  addressOutside: ['Це {nearHouse}.', 'Адреса: {atHouse}.', 'Орієнтир: {atHouse}.'],
  addressNowhere: [
    '(lived) Моя адреса: {atHouse}.',
    '(lived) Мешкаю за адресою {atHouse}.',
    '(!lived) Адреса: {atHouse}.',
  ],
  spotInside: ['3× ', '(flats) {atEntrance}'],
  spotOutside: [''],
  spotNowhere: [''],
  careInside: [
    '(flats) У квартирі [мала дитина|лежача хвора людина|люди похилого віку].',
    '(!flats) У будинку [мала дитина|лежача хвора людина|люди похилого віку].',
    'Сусіди підтверджують.',
    'Диспетчер служби слухавку не бере.',
    'Чекає на [бригаду|майстра].',
  ],
  careOutside: [
    'Там ходять діти.',
    'Поруч [школа|дитячий садок|зупинка].',
    'Сусіди підтверджують.',
    'Скаржаться всі, хто там ходить.',
  ],
  careNowhere: ['Чекає на відповідь.', 'Просить розібратися.', 'Просить передзвонити.'],
  concernInside: [
    '(flats) У будинку багато літніх людей.',
    '(!flats) Мама вже літня, самій їй не впоратися.',
    'У [мене|нас] [маленька дитина|двоє малих дітей].',
    'Сусіди скаржаться так само.',
  ],
  concernOutside: ['Там щодня ходять діти.', 'Сусіди скаржаться так само.', 'Усі бачать, і ніхто не реагує.'],
  concernNowhere: ['Знайомі скаржаться на те саме.', 'Дуже розраховую на вашу допомогу.'],
}))
  if (alternatives.some(text => text.startsWith('('))) slots[name] = fitting(name, alternatives)
  else rules[name] = alternatives

function rule(name: string): Write<About> {
  return slots[name] ?? grammar.rule(name)
}

type ChooseMatter = (draw: Draw, traits: number) => MatterWriters

/** The situations of every topic, to choose from among those that fit. */
export const mattersOf: Record<string, ChooseMatter> = named(
  Object.entries(topics).map(([id, cases]): [string, ChooseMatter] => {
    const where = inside.has(id) ? 'Inside' : nowhere.has(id) ? 'Nowhere' : 'Outside'
    return [
      id,
      chooseFitting(
        cases.map(({weight = 1, fits = ''}, index) => ({
          fit: fitOf(fits),
          weight,
          matter: {
            fact: rule(`${id} ${index} fact`),
            told: rule(`${id} ${index} told`),
            ask: rule(`${id} ${index} ask`),
            done: rule(`${id} ${index} done`),
            located: rule(`located${where}`),
            address: rule(`address${where}`),
            spot: rule(`spot${where}`),
            care: rule(`care${where}`),
            concern: rule(`concern${where}`),
            operator: rule(`operator${where}`),
            screen: rule(`screen${where}`),
          },
        })),
      ),
    ]
  }),
)

function chooseFitting(cases: {fit: Fit; weight: number; matter: MatterWriters}[]): ChooseMatter {
  const known = new Map<number, (draw: Draw) => MatterWriters>()
  const relevant = cases.reduce((bits, {fit}) => bits | fit.must | fit.mustNot, 0)
  return (draw, traits) => {
    const bits = traits & relevant
    let choose = known.get(bits)
    if (!choose) {
      const here = cases.filter(({fit}) => fits(fit, bits))
      choose = chooser(here.map(({matter, weight}) => [matter, weight] as const))
      known.set(bits, choose)
    }
    return choose(draw)
  }
}

/** Whole texts, by who writes them. */
export const writeText = {
  operator: (about: About, draw: Draw) => about.matter.operator(about, draw),
  operatorQuestion: rule('operatorQuestion'),
  operatorAgain: rule('operatorAgain'),
  questionAgain: rule('questionAgain'),
  screen: (about: About, draw: Draw) => about.matter.screen(about, draw),
  screenQuestion: rule('screenQuestion'),
  again: rule('again'),
  letterOpening: rule('letterOpening'),
  letterBody: rule('letterBody'),
  letterQuestion: rule('letterQuestion'),
  letterQuestionEnd: rule('letterQuestionEnd'),
  letterCollective: rule('letterCollective'),
  letterEnd: rule('letterEnd'),
}

/** Answers, by what came of it. */
export const writeAnswer = Object.fromEntries(
  Object.keys(answers).map(name => [name, rule(`answer ${name}`)]),
) as Record<keyof typeof answers, Write<About>>

/** Sentences that give something away. */
export const writeConfidence = Object.fromEntries(
  Object.keys(confidences).map(kind => [
    kind,
    {operator: rule(`${kind} operator`), own: rule(`${kind} own`)},
  ]),
) as Record<Confidence, {operator: Write<About>; own: Write<About>}>
