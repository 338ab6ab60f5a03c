import type {BreakMethod} from './class-breaks.ts'
import type {Filter} from './filters.ts'
import type {Orbit} from './orbit.ts'
import type {StyleChoice} from './styling.ts'
import {mostClasses} from './styling.ts'

/** A step of a layer's time slider: rows of that step, or all up to it. */
export type TimeChoice = {column: string; step: string}

/** Everything of a view that a link keeps. What is null or absent is as the page opens. */
export type ViewState = {
  view: Orbit | null
  /** Names of the layers that are shown. */
  layers: string[] | null
  styles: Map<string, StyleChoice>
  filters: Map<string, Filter[]>
  times: Map<string, TimeChoice>
  /** When the sun stands where it does: milliseconds since 1970; null for the light of every day. */
  sunAt: number | null
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
  pick: null,
})

/** Written with every link that holds more than a selection; links of a later version are not guessed at. */
const version = '1'

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
 */
export function writeState(state: ViewState): URLSearchParams {
  const query = new URLSearchParams()
  if (state.view) {
    const {lon, lat, heightMetres, headingDegrees, pitchDegrees, rangeMetres} = state.view
    query.append(
      'at',
      [
        lon.toFixed(5),
        lat.toFixed(5),
        ...[heightMetres, Math.round(headingDegrees) % 360, pitchDegrees, rangeMetres].map(value =>
          Math.round(value),
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
  if (query.size > 0) query.append('v', version)
  if (state.pick) query.append('pick', state.pick)
  return query
}

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
  if (asked !== null && asked !== version) {
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
  return {state, faults}
}

const [mostParameters, mostLetters] = [60, 2000]
const isMethod = (text: string): text is BreakMethod => text === 'quantiles' || text === 'even'

/** A camera that stands over the Earth and looks at it; anything else is no view. */
function orbitOf(text: string): Orbit | null {
  const numbers = text.split(',').map(part => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN))
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
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 85 &&
    Math.abs(heightMetres) <= 9000 &&
    headingDegrees >= 0 &&
    headingDegrees <= 360 &&
    pitchDegrees >= -90 &&
    pitchDegrees <= 60 &&
    rangeMetres >= 1 &&
    rangeMetres <= 120_000
  return isView ? {lon, lat, heightMetres, headingDegrees, pitchDegrees, rangeMetres} : null
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
