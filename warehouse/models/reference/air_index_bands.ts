import {defineSeed} from '../../src/model.ts'

/** What of one ppb by volume (of one ppm) a microgram (milligram) in a cubic metre is, of a gas of this molar mass, g/mol. */
// At 293 K and 101.3 kPa, to which Directive 2008/50/EC, annex VI C, has concentrations of gases standardised; at these a
// mole takes 8.314462618 · 293 / 101.3 litres. Stations that report at 298 K would read 1.7 % less.
const parts = (molarMass: number) => (8.314462618 * 293) / 101.3 / molarMass

/** A mean that an index is of. Bands end where `ends` say, each with its end. */
type Scale = {
  index: 'us_aqi' | 'eaqi' | 'caqi'
  property: string
  averaging: 'hour' | 'nowcast' | 'eight_hours' | 'day'
  unit: 'ug/m3' | 'ppb' | 'ppm'
  /** Concentration in `unit` for one as stations report it: µg/m³, mg/m³ of CO. */
  factor: number
  ends: readonly number[]
}

type Band = {
  above: number | null
  up_to: number | null
  from_concentration: number
  to_concentration: number
  from_index: number
  to_index: number
  is_beyond: boolean
}

/** One value of the index for all concentrations between two ends. */
const flat = (above: number | null, up_to: number | null, index: number, is_beyond = false): Band => ({
  above,
  up_to,
  from_concentration: above ?? 0,
  to_concentration: up_to ?? above ?? 0,
  from_index: index,
  to_index: index,
  is_beyond,
})

type UsScale = Omit<Scale, 'index'> & {
  /** To how many decimals concentrations are cut off; from the end of a band to the start of the next it is one of these. */
  decimals: number
  /** Where the first band starts that this mean decides, and which of `usIndexes` it is; the bottom one unless said. */
  from?: {concentration: number; band: number}
  /** What is said beyond the last band; 500, the end of the index, unless another mean decides from there. */
  beyond?: number
}

const inPpb = (molarMass: number) => ({unit: 'ppb', factor: parts(molarMass), decimals: 0}) as const
const [o3, so2, no2] = [inPpb(47.998), inPpb(64.066), inPpb(46.0055)]
const particles = {averaging: 'nowcast', unit: 'ug/m3', factor: 1} as const

/**
 * 40 CFR part 58, appendix G, table 2, as amended by 89 FR 16202 of 6 March 2024. Ozone over eight hours decides up to 300
 * and over one hour from 101; sulphur dioxide over one hour up to 200 and over a day beyond.
 */
const usScales: UsScale[] = [
  {...particles, property: 'pm25', decimals: 1, ends: [9, 35.4, 55.4, 125.4, 225.4, 325.4]},
  {...particles, property: 'pm10', decimals: 0, ends: [54, 154, 254, 354, 424, 604]},
  {...o3, property: 'o3', averaging: 'eight_hours', ends: [54, 70, 85, 105, 200], beyond: 300},
  {
    ...o3,
    property: 'o3',
    averaging: 'hour',
    from: {concentration: 125, band: 2},
    ends: [164, 204, 404, 604],
  },
  {
    property: 'co',
    averaging: 'eight_hours',
    unit: 'ppm',
    factor: parts(28.01),
    decimals: 1,
    ends: [4.4, 9.4, 12.4, 15.4, 30.4, 50.4],
  },
  {...so2, property: 'so2', averaging: 'hour', ends: [35, 75, 185, 304], beyond: 200},
  {...so2, property: 'so2', averaging: 'day', from: {concentration: 305, band: 4}, ends: [604, 1004]},
  {...no2, property: 'no2', averaging: 'hour', ends: [53, 100, 360, 649, 1249, 2049]},
]

/** What the index of the United States runs through in each band. */
const usIndexes = [
  [0, 50],
  [51, 100],
  [101, 150],
  [151, 200],
  [201, 300],
  [301, 500],
] as const

function usBands({ends, decimals, from, beyond = 500}: UsScale): Band[] {
  const step = 10 ** -decimals
  const next = (end: number) => Number((end + step).toFixed(decimals))
  const bands = ends.map((end, index): Band => {
    const start = index === 0 ? (from?.concentration ?? 0) : next(ends[index - 1]!)
    const [least, most] = usIndexes[(from?.band ?? 0) + index]!
    return {
      above: index === 0 ? start - (from ? step : 0) : ends[index - 1]!,
      up_to: end,
      from_concentration: start,
      to_concentration: end,
      from_index: least,
      to_index: most,
      is_beyond: false,
    }
  })
  return [...(from ? [] : [flat(null, 0, 0)]), ...bands, flat(ends.at(-1)!, null, beyond, beyond === 500)]
}

/** Upper ends of the first five classes, in µg/m³ of an hour: EEA, ETC HE Report 2024/17, table 5.2. */
const europeanEnds = {
  pm25: [5, 15, 50, 90, 140],
  pm10: [15, 45, 120, 195, 270],
  no2: [10, 25, 60, 100, 150],
  o3: [60, 100, 120, 160, 180],
  so2: [20, 40, 125, 190, 275],
}

const europeanBands = (ends: readonly number[]): Band[] =>
  [...ends, null].map((end, index) => flat(ends[index - 1] ?? null, end, index + 1))

/**
 * Concentrations in µg/m³ of an hour at which CAQI is 25, 50, 75 and 100; the last line goes on above. CITEAIR II, CAQI
 * Air quality index: comparing urban air quality across borders, 2012.
 */
const commonEnds = {
  no2: [50, 100, 200, 400],
  pm10: [25, 50, 90, 180],
  pm25: [15, 30, 55, 110],
  o3: [60, 120, 180, 240],
  co: [5000, 7500, 10_000, 20_000],
  so2: [50, 100, 300, 500],
}

/** So fine that it changes no index, and so coarse that what is equal by arithmetic is equal as a number. */
const caqiDecimals = 9

const commonBands = (ends: readonly number[]): Band[] => [
  flat(null, 0, 0),
  ...ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    return {
      above: start,
      up_to: index === ends.length - 1 ? null : end,
      from_concentration: start,
      to_concentration: end,
      from_index: 25 * index,
      to_index: 25 * (index + 1),
      is_beyond: false,
    }
  }),
]

const hourly = (index: Scale['index'], of: Record<string, readonly number[]>): Scale[] =>
  Object.entries(of).map(([property, ends]) => ({
    index,
    property,
    averaging: 'hour',
    unit: 'ug/m3',
    factor: property === 'co' ? 1000 : 1,
    ends,
  }))

const scales = [
  ...usScales.map(scale => ({...scale, index: 'us_aqi' as const, bands: usBands(scale)})),
  ...hourly('eaqi', europeanEnds).map(scale => ({
    ...scale,
    decimals: null,
    bands: europeanBands(scale.ends),
  })),
  ...hourly('caqi', commonEnds).map(scale => ({...scale, decimals: null, bands: commonBands(scale.ends)})),
]

export default defineSeed({
  name: 'air_index_bands',
  title: {uk: 'Шкали індексів якості повітря', en: 'Bands of air quality indices'},
  describe: {
    uk: 'За якої концентрації якої речовини скільки дорівнює індекс: США 2024, Європейський 2024–25 і CAQI. Між краями смуги індекс зростає рівномірно; концентрацію переведено в unit і відтято до decimals знаків.',
    en: 'What an index is at which concentration of which pollutant: the United States’ of 2024, the European of 2024–25, CAQI. Between the ends of a band the index grows evenly; the concentration is turned into unit and cut off to so many decimals.',
  },
  grain: ['index', 'property', 'averaging', 'band'],
  columns: {
    index: {type: 'text', uk: 'Індекс: us_aqi, eaqi, caqi', en: 'Index: us_aqi, eaqi, caqi'},
    property: {type: 'text', uk: 'Речовина', en: 'Pollutant'},
    averaging: {
      type: 'text',
      uk: 'За який час: hour, nowcast (12 годин, найновіші важать більше), eight_hours, day',
      en: 'Over which time: hour, nowcast (12 hours, the newest weigh more), eight_hours, day',
    },
    band: {type: 'integer', uk: 'Номер смуги від найчистішої', en: 'Number of the band from the cleanest'},
    unit: {type: 'text', uk: 'Одиниця концентрацій шкали', en: 'Unit of the scale’s concentrations'},
    factor: {
      type: 'number',
      uk: 'На скільки помножити концентрацію станції (мкг/м³; CO – мг/м³), щоб мати її в unit; гази за 293 К і 101,3 кПа',
      en: 'By what a station’s concentration (µg/m³; CO mg/m³) is multiplied to have it in unit; gases at 293 K and 101.3 kPa',
    },
    decimals: {
      type: 'integer',
      nullable: true,
      unit: '1',
      uk: 'До скількох знаків концентрацію відтято; порожньо – не відтято',
      en: 'To how many decimals the concentration is cut off; empty: it is not',
    },
    above: {
      type: 'number',
      nullable: true,
      uk: 'Понад цю концентрацію, в unit; порожньо – нижньої межі немає',
      en: 'Above this concentration, in unit; empty: there is no lower end',
    },
    up_to: {
      type: 'number',
      nullable: true,
      uk: 'До цієї концентрації включно, в unit; порожньо – верхньої межі немає',
      en: 'Up to this concentration and with it, in unit; empty: there is no upper end',
    },
    from_concentration: {
      type: 'number',
      uk: 'Концентрація, за якої індекс дорівнює from_index, в unit',
      en: 'Concentration at which the index is from_index, in unit',
    },
    to_concentration: {
      type: 'number',
      uk: 'Концентрація, за якої індекс дорівнює to_index, в unit; між ними – пряма, у верхній смузі CAQI – і далі',
      en: 'Concentration at which the index is to_index, in unit; a straight line between, in CAQI’s topmost band also beyond',
    },
    from_index: {
      type: 'number',
      unit: '1',
      uk: 'Індекс на початку смуги',
      en: 'The index where the band starts',
    },
    to_index: {type: 'number', unit: '1', uk: 'Індекс наприкінці смуги', en: 'The index where the band ends'},
    index_decimals: {
      type: 'integer',
      unit: '1',
      uk: 'До скількох знаків округлюють індекс речовини, перш ніж шукати найгірший',
      en: 'To how many decimals the index of a pollutant is rounded before the worst is sought',
    },
    is_beyond: {type: 'boolean', uk: 'Чи це за кінцем шкали', en: 'Is it beyond the end of the scale'},
  },
  rows: () =>
    scales.flatMap(({index, property, averaging, unit, factor, decimals, bands}) =>
      bands.map((band, at) => ({
        index,
        property,
        averaging,
        band: at + 1,
        unit,
        factor,
        decimals,
        ...band,
        index_decimals: index === 'caqi' ? caqiDecimals : 0,
      })),
    ),
})
