import type {BreakMethod} from './class-breaks.ts'
import type {Filter} from './filters.ts'
import type {AskedOrbit} from './orbit.ts'
import type {StyleChoice} from './styling.ts'
import {mostClasses} from './styling.ts'
import type {Stand} from './walk.ts'

/** A step of a layer's time slider: rows of that step, or all up to it. */
export type TimeChoice = {column: string; step: string}

/** A box that buildings are cut to: its middle, its side, and the height above the ground at which it ends. */
export type SectionChoice = {lon: number; lat: number; sideMetres: number; topMetres: number}

/** How large a box may be, and how much of the ground may be seen through. */
export const sectionLimits = {sideMetres: [50, 2000], topMetres: [1, 100], groundPercent: [0, 90]} as const

/** Everything of a view that a link keeps. What is null or absent is as the page opens. */
export type ViewState = {
  view: AskedOrbit | null
  /** Names of the layers that are shown. */
  layers: string[] | null
  styles: Map<string, StyleChoice>
  filters: Map<string, Filter[]>
  times: Map<string, TimeChoice>
  /** When the sun stands where it does: milliseconds since 1970; null for the light of every day. */
  sunAt: number | null
  section: SectionChoice | null
  /** How much of the ground is seen through, from 0 to 1. */
  groundShare: number
  /** Where one stands on the ground and looks; null in the air. */
  stand: Stand | null
  /** The row whose card is open, as `layer:key`. */
  pick: string | null
}

export const emptyState = (): ViewState => ({
  view: null,
  layers: null,
  styles: new Map(),
  filters: new Map(),
  times: new Map(),
  sunAt: null,
  section: null,
  groundShare: 0,
  stand: null,
  pick: null,
})

/**
 * Written with every link that holds more than a selection: the first version that knows all that is in it, so that an
 * older page takes what it can show whole. Links of a later version are not guessed at.
 */
const versions = ['1', '2', '3']

/**
 * A state as parameters of an address, short and readable:
 *
 *     v=1  at=31.3237,45.8977,44,348,-22,5600   longitude, latitude, height, heading, pitch, range
 *     on=buildings,shelters
 *     style=buildings:height_m:quantiles:5      a parameter for each layer
 *     filter=buildings:levels:5..9              a range, an end may be left out
 *     filter=shelters:type:=basement,metro      words
 *     time=appeals:received_at:2026-11
 *     sun=2026-06-21T15:00Z  pick=shelters:17
 *
 * and since version 2
 *
 *     cut=31.3237,45.8977,400,12                longitude, latitude, side of the box and its top in metres
 *     under=40                                  the ground seen through, per cent
 *     walk=31.3237,45.8977,348,5                longitude, latitude, heading, pitch of someone on the ground
 *
 * and since version 3
 *
 *     at=31.3237,45.8977,,348,-22,5600          without a height: at the ground that is there
 */
export function writeState(state: ViewState): URLSearchParams {
  const query = new URLSearchParams()
  if (state.view) {
    const {lon, lat, heightMetres, headingDegrees, pitchDegrees, rangeMetres} = state.view
    query.append(
      'at',
      [
        ...placeText(lon, lat),
        ...[heightMetres, Math.round(headingDegrees) % 360, pitchDegrees, rangeMetres].map(value =>
          value === null ? '' : Math.round(value),
        ),
      ].join(','),
    )
  }
  if (state.layers) query.append('on', state.layers.map(safeText).join(','))
  for (const [table, {column, method, classes}] of state.styles)
    query.append('style', [table, column].map(safeText).concat(method, String(classes)).join(':'))
  for (const [table, filters] of state.filters)
    for (const filter of filters)
      query.append('filter', `${safeText(table)}:${safeText(filter.column)}:${conditionText(filter)}`)
  for (const [table, {column, step}] of state.times)
    query.append('time', [table, column].map(safeText).concat(step).join(':'))
  if (state.sunAt !== null)
    query.append('sun', new Date(state.sunAt).toISOString().replace(/:\d\d\.\d+Z$/, 'Z'))
  const before = query.size
  if (state.section) {
    const {lon, lat, sideMetres, topMetres} = state.section
    query.append('cut', [...placeText(lon, lat), Math.round(sideMetres), Math.round(topMetres)].join(','))
  }
  if (state.groundShare > 0) query.append('under', String(Math.round(state.groundShare * 100)))
  if (state.stand) {
    const {lon, lat, headingDegrees, pitchDegrees} = state.stand
    const turned = [Math.round(headingDegrees) % 360, Math.round(pitchDegrees)]
    query.append('walk', [...placeText(lon, lat), ...turned].join(','))
  }
  const newest = state.view?.heightMetres === null ? '3' : query.size > before ? '2' : '1'
  if (query.size > 0) query.append('v', newest)
  if (state.pick) query.append('pick', state.pick)
  return query
}

/** A metre is 0.00001°. */
const placeText = (lon: number, lat: number) => [lon.toFixed(5), lat.toFixed(5)]

const conditionText = (filter: Filter) =>
  filter.kind === 'values'
    ? `=${filter.values.map(safeText).join(',')}`
    : `${filter.from ?? ''}..${filter.to ?? ''}`

/** What can be shown, for links that ask for something else. */
export type Known = {layers: ReadonlyMap<string, ReadonlySet<string>>; others: string[]}

/** What is wrong with a link: its version, or one of its parameters as it was written. */
export type StateFault = {fault: 'version' | 'parameter'; text: string}

/**
 * The state an address asks for, and what of it could not be read: that part is as the page opens. `known` says which
 * layers there are and their columns, and which other things are shown and hidden like layers.
 */
export function readState(query: URLSearchParams, known: Known): {state: ViewState; faults: StateFault[]} {
  const state = emptyState()
  const faults: StateFault[] = []
  state.pick = query.get('pick')
  const asked = query.get('v')
  if (asked !== null && !versions.includes(asked)) {
    faults.push({fault: 'version', text: asked.slice(0, 40)})
    return {state, faults}
  }
  const read = (name: string, use: (text: string) => boolean) => {
    for (const text of query.getAll(name).slice(0, mostParameters))
      if (text.length > mostLetters || !use(text))
        faults.push({fault: 'parameter', text: `${name}=${text}`.slice(0, 60)})
  }
  const columnsOf = (table: string) => known.layers.get(table)
  read('at', text => {
    const view = orbitOf(text)
    if (view) state.view = view
    return view !== null
  })
  read('on', text => {
    const named = text === '' ? [] : text.split(',').map(plainText)
    const found = named.filter(layer => known.layers.has(layer) || known.others.includes(layer))
    state.layers = found.length > 0 || named.length === 0 ? found : null
    return found.length === named.length
  })
  read('style', text => {
    const [table = '', column = '', method = '', classes = ''] = text.split(':').map(plainText)
    if (!columnsOf(table)?.has(column) || !isMethod(method) || !/^[2-9]$/.test(classes)) return false
    if (Number(classes) > mostClasses) return false
    state.styles.set(table, {column, method, classes: Number(classes)})
    return true
  })
  read('filter', text => {
    const [, table = '', column = '', condition = ''] = /^([^:]*):([^:]*):(.*)$/s.exec(text) ?? []
    const filter = filterOf(plainText(column), condition)
    if (!filter || !columnsOf(plainText(table))?.has(filter.column)) return false
    state.filters.set(plainText(table), [...(state.filters.get(plainText(table)) ?? []), filter])
    return true
  })
  read('time', text => {
    const [table = '', column = '', step = ''] = text.split(':').map(plainText)
    if (!columnsOf(table)?.has(column) || !/^\d{4}(-\d\d(-\d\d(T\d\d)?)?)?$/.test(step)) return false
    state.times.set(table, {column, step})
    return true
  })
  read('sun', text => {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN
    if (Number.isNaN(at)) return false
    state.sunAt = at
    return true
  })
  read('cut', text => {
    state.section = sectionOf(text)
    return state.section !== null
  })
  read('under', text => {
    const [percent = Number.NaN] = numbersOf(text)
    if (!isWithin(percent, sectionLimits.groundPercent)) return false
    state.groundShare = percent / 100
    return true
  })
  read('walk', text => {
    state.stand = standOf(text)
    return state.stand !== null
  })
  return {state, faults}
}

const [mostParameters, mostLetters] = [60, 2000]
const isMethod = (text: string): text is BreakMethod => text === 'quantiles' || text === 'even'

const numbersOf = (text: string) =>
  text.split(',').map(part => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN))

const isWithin = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most
const isPlace = (lon: number, lat: number) => isWithin(lon, [-180, 180]) && isWithin(lat, [-85, 85])

/** A camera that stands over the Earth and looks at it; anything else is no view. */
function orbitOf(text: string): AskedOrbit | null {
  const isAtGround = text.split(',')[2] === ''
  const numbers = numbersOf(isAtGround ? text.replace(',,', ',0,') : text)
  const [lon, lat, heightMetres, headingDegrees, pitchDegrees, rangeMetres] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const isView =
    numbers.length === 6 &&
    isPlace(lon, lat) &&
    isWithin(heightMetres, [-9000, 9000]) &&
    isWithin(headingDegrees, [0, 360]) &&
    isWithin(pitchDegrees, [-90, 60]) &&
    isWithin(rangeMetres, [1, 120_000])
  if (!isView) return null
  return {
    ...{lon, lat, headingDegrees, pitchDegrees, rangeMetres},
    heightMetres: isAtGround ? null : heightMetres,
  }
}

function sectionOf(text: string): SectionChoice | null {
  const numbers = numbersOf(text)
  const [lon, lat, sideMetres, topMetres] = numbers as [number, number, number, number]
  const isBox =
    numbers.length === 4 &&
    isPlace(lon, lat) &&
    isWithin(sideMetres, sectionLimits.sideMetres) &&
    isWithin(topMetres, sectionLimits.topMetres)
  return isBox ? {lon, lat, sideMetres, topMetres} : null
}

function standOf(text: string): Stand | null {
  const numbers = numbersOf(text)
  const [lon, lat, headingDegrees, pitchDegrees] = numbers as [number, number, number, number]
  const isStand =
    numbers.length === 4 &&
    isPlace(lon, lat) &&
    isWithin(headingDegrees, [0, 360]) &&
    isWithin(pitchDegrees, [-90, 90])
  return isStand ? {lon, lat, headingDegrees, pitchDegrees} : null
}

function filterOf(column: string, condition: string): Filter | null {
  if (condition.startsWith('='))
    return {column, kind: 'values', values: condition.slice(1).split(',').map(plainText)}
  const [, from, to] = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(condition) ?? []
  if (from === undefined && to === undefined) return null
  return {column, kind: 'range', from: from ? Number(from) : null, to: to ? Number(to) : null}
}

/** Signs that part the pieces of a parameter are written out inside them. */
const safeText = (text: string) =>
  text.replace(/[%,:]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const plainText = (text: string) =>
  text.replace(/%(25|2C|3A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
