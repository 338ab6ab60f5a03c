import type {ExecutorId, Pace} from './executors.ts'
import type {PlaceKind} from './places.ts'
import type {Week} from './rhythm.ts'
import type {Season} from './seasons.ts'

/** What makes an appeal one by law, one by the service's norm, or a question that an operator answers. */
export type Basis = 'service' | 'statutory' | 'consultation'

/** A kind of trouble that residents report. */
export type Problem = {
  /** Names its texts as well. */
  id: string
  /** The publisher's topic and kind. */
  kind: string
  name: string
  /** Of a thousand appeals. */
  share: number
  season: Season
  week: Week
  place: PlaceKind
  /** `housing` is the one of two enterprises that serves the district. */
  executor: ExecutorId | 'housing'
  basis: Basis
  pace: Pace
  /** The service's norm; 0 where the law gives the time. */
  dueHours: number
  /** How many of these come in clusters, and how many neighbours there are besides the first. */
  cluster: {share: number; neighbours: number; reach: 'building' | 'street'} | null
  /** Share of closed ones that are answered with an explanation alone. */
  explained: number
}

type Row = [
  id: string,
  name: string,
  share: number,
  season: Season,
  week: Week,
  place: PlaceKind,
  executor: Problem['executor'],
  due: number | 'month' | 'answer',
  more?: {cluster?: Problem['cluster']; explained?: number; isOrdinary?: boolean},
]

const building = (share: number, neighbours: number) => ({share, neighbours, reach: 'building'}) as const
const street = (share: number, neighbours: number) => ({share, neighbours, reach: 'street'}) as const

/** By topic. A number is the norm in hours, of which up to 24 is an emergency; `month` the law's; `answer` a question. */
const rows: Record<string, Row[]> = {
  Опалення: [
    [
      'no-heating',
      'Немає опалення',
      37,
      'heating',
      'emergency',
      'heated',
      'heat',
      24,
      {cluster: street(0.6, 5)},
    ],
    ['weak-heating', 'Слабке опалення', 27, 'heating', 'service', 'heated', 'heat', 120, {explained: 0.12}],
    ['heating-leak', 'Протікання системи опалення', 10, 'heating', 'emergency', 'heated', 'heat', 24],
  ],
  Водопостачання: [
    [
      'no-cold-water',
      'Немає холодної води',
      33,
      'pipes',
      'emergency',
      'homes',
      'water',
      24,
      {cluster: street(0.7, 6)},
    ],
    [
      'no-hot-water',
      'Немає гарячої води',
      26,
      'hotWater',
      'service',
      'heated',
      'heat',
      120,
      {cluster: street(0.55, 5)},
    ],
    [
      'burst',
      'Порив водопроводу',
      28,
      'pipes',
      'emergency',
      'oldHomes',
      'water',
      24,
      {cluster: street(0.65, 6)},
    ],
    ['bad-water', 'Якість і тиск води', 16, 'steady', 'service', 'oldHomes', 'water', 120, {explained: 0.2}],
  ],
  Водовідведення: [
    [
      'sewer-blocked',
      'Засмічення каналізації',
      29,
      'steady',
      'emergency',
      'oldHomes',
      'water',
      24,
      {cluster: building(0.4, 2)},
    ],
    [
      'flooded',
      'Зливова каналізація',
      11,
      'rain',
      'service',
      'streets',
      'roads',
      240,
      {cluster: street(0.4, 3)},
    ],
  ],
  Ліфти: [
    [
      'lift-stopped',
      'Не працює ліфт',
      13,
      'steady',
      'emergency',
      'lifts',
      'lifts',
      72,
      {cluster: building(0.45, 2), isOrdinary: true},
    ],
    ['lift-faulty', 'Несправність ліфта', 4, 'steady', 'service', 'lifts', 'lifts', 120],
  ],
  'Утримання будинків': [
    ['roof-leak', 'Протікання даху', 25, 'roof', 'service', 'topFloors', 'housing', 240, {explained: 0.15}],
    ['stairwell-light', 'Освітлення під’їзду', 27, 'dark', 'service', 'flats', 'housing', 120],
    ['cleaning', 'Прибирання', 22, 'steady', 'service', 'flats', 'housing', 120],
    [
      'entrance-repair',
      'Ремонт під’їзду',
      14,
      'steady',
      'service',
      'oldFlats',
      'housing',
      360,
      {explained: 0.25},
    ],
    [
      'inner-leak',
      'Протікання труб у будинку',
      24,
      'pipes',
      'emergency',
      'oldFlats',
      'housing',
      24,
      {cluster: building(0.3, 2)},
    ],
  ],
  Дороги: [
    [
      'pothole',
      'Яма на дорозі',
      37,
      'roads',
      'service',
      'streets',
      'roads',
      720,
      {cluster: street(0.15, 2), explained: 0.12},
    ],
    ['pavement', 'Тротуари', 13, 'steady', 'service', 'streets', 'roads', 720, {explained: 0.2}],
    ['manhole', 'Люки', 12, 'steady', 'emergency', 'streets', 'roads', 24, {cluster: street(0.25, 2)}],
    [
      'traffic-light',
      'Світлофори, знаки, розмітка',
      13,
      'steady',
      'service',
      'streets',
      'roads',
      720,
      {cluster: street(0.2, 2)},
    ],
    ['ice', 'Сніг та ожеледь', 13, 'ice', 'emergency', 'streets', 'roads', 24, {cluster: street(0.3, 2)}],
  ],
  Освітлення: [
    ['lamp', 'Не світить ліхтар', 40, 'dark', 'service', 'streets', 'lights', 168],
    [
      'dark-street',
      'Немає освітлення вулиці',
      18,
      'dark',
      'emergency',
      'streets',
      'lights',
      168,
      {cluster: street(0.6, 3), isOrdinary: true},
    ],
    ['day-lamp', 'Світить удень', 4, 'steady', 'service', 'streets', 'lights', 168],
  ],
  Електропостачання: [
    ['no-power', 'Немає світла', 14, 'steady', 'emergency', 'homes', 'power', 24, {explained: 0.3}],
  ],
  Відходи: [
    [
      'not-collected',
      'Не вивезено сміття',
      37,
      'waste',
      'service',
      'homes',
      'waste',
      72,
      {cluster: street(0.25, 2)},
    ],
    ['dump', 'Стихійне звалище', 16, 'waste', 'service', 'dumps', 'waste', 168],
    ['containers', 'Контейнери', 11, 'steady', 'service', 'flats', 'waste', 168],
  ],
  'Зелені насадження': [
    [
      'dangerous-tree',
      'Аварійне дерево',
      23,
      'wind',
      'emergency',
      'streets',
      'greenery',
      24,
      {cluster: street(0.15, 1)},
    ],
    ['pruning', 'Обрізка дерев', 15, 'steady', 'service', 'flats', 'greenery', 720, {explained: 0.15}],
    ['grass', 'Покіс трави, амброзія', 18, 'grass', 'service', 'homes', 'greenery', 240],
  ],
  Транспорт: [
    [
      'timetable',
      'Порушення розкладу',
      26,
      'steady',
      'service',
      'streets',
      'transport',
      360,
      {explained: 0.2},
    ],
    ['driver', 'Поведінка водія', 10, 'steady', 'service', 'streets', 'transport', 'month'],
    ['stop', 'Зупинки', 8, 'steady', 'service', 'streets', 'transport', 360],
    ['parking', 'Паркування', 14, 'steady', 'service', 'flats', 'inspection', 120, {explained: 0.15}],
  ],
  'Тиша та порядок': [
    [
      'noise',
      'Шум',
      26,
      'summer',
      'leisure',
      'homes',
      'inspection',
      72,
      {cluster: street(0.2, 1), explained: 0.2},
    ],
    ['street-trade', 'Стихійна торгівля', 13, 'summer', 'service', 'shops', 'inspection', 120],
  ],
  Тварини: [['dogs', 'Безпритульні тварини', 20, 'animals', 'service', 'homes', 'animals', 240]],
  Довкілля: [
    [
      'smoke',
      'Дим і запахи',
      13,
      'smoke',
      'leisure',
      'homes',
      'ecology',
      240,
      {cluster: street(0.3, 3), explained: 0.3},
    ],
    ['mosquitoes', 'Комарі та кліщі', 6, 'mosquitoes', 'service', 'homes', 'ecology', 240],
    ['beach', 'Пляжі', 7, 'beach', 'leisure', 'beach', 'ecology', 120],
  ],
  'Соціальний захист': [
    ['subsidy', 'Субсидії та виплати', 24, 'social', 'desk', 'homes', 'social', 'answer'],
    ['benefits', 'Пільги та допомога', 14, 'steady', 'desk', 'homes', 'social', 'month', {explained: 0.15}],
  ],
  'Тарифи та нарахування': [
    ['bill', 'Незгода з нарахуванням', 27, 'bills', 'desk', 'homes', 'economy', 'month', {explained: 1}],
  ],
  'Земля та забудова': [
    [
      'construction',
      'Будівництво та земля',
      15,
      'steady',
      'desk',
      'homes',
      'planning',
      'month',
      {explained: 0.3},
    ],
  ],
  'Цивільний захист': [
    ['shelter', 'Укриття', 10, 'steady', 'emergency', 'flats', 'civilDefence', 240],
    ['siren', 'Оповіщення', 5, 'steady', 'emergency', 'homes', 'civilDefence', 240],
  ],
  Довідка: [
    ['hours', 'Контакти та графік прийому', 48, 'steady', 'service', 'homes', 'centre', 'answer'],
    ['outages', 'Планові роботи', 33, 'pipes', 'service', 'homes', 'centre', 'answer'],
    ['documents', 'Документи та послуги', 29, 'steady', 'desk', 'homes', 'centre', 'answer'],
  ],
}

/** Everything that is reported, in a fixed order: its index is a key of draws. */
export const problems: Problem[] = Object.entries(rows).flatMap(([kind, list]) =>
  list.map(([id, name, share, season, week, place, executor, due, more = {}]) => ({
    id,
    kind,
    name,
    share,
    season,
    week,
    place,
    executor,
    basis: due === 'answer' ? 'consultation' : due === 'month' ? 'statutory' : 'service',
    pace:
      due === 'month'
        ? 'statutory'
        : typeof due === 'number' && due <= 24 && !more.isOrdinary
          ? 'emergency'
          : 'ordinary',
    dueHours: typeof due === 'number' ? due : 0,
    cluster: more.cluster ?? null,
    explained: more.explained ?? 0.04,
  })),
)

/** @throws Error for an id that is not in the table */
export function problemIndex(id: string): number {
  const index = problems.findIndex(problem => problem.id === id)
  if (index < 0) throw new Error(`There is no problem "${id}".`)
  return index
}
