import {
  type Filter,
  type Item,
  type LegendClass,
  meets,
  type Outline,
  type Places,
  type StyleChoice,
  type Styling,
  styleBy,
  type TimeChoice,
  type TimeSteps,
  type TwinSource,
  timeSteps,
  wordsOf,
} from '@hromada/twin/layers'
import {isTime} from './layers-of.ts'
import {type LoadedLayer, loadColumn, loadLayer, loadPlaces} from './load-layer.ts'
import type {ColumnWords, LayerSetup} from './setup.ts'

/** What a reader chose to see of a layer. */
export type Choices = {style: StyleChoice | null; filters: Filter[]; time: TimeChoice | null}

/** What of a layer is to be seen, on the canvas, on the plan and in the table alike. */
export type Visible = {
  items: Item[]
  outlines: Outline[]
  /** Names of the style sheet's colours by key; null where the layer has one colour. */
  colourOf: ReadonlyMap<string, string> | null
  legend: LegendClass[]
  /** The unit of what the colours say, where all rows that are seen have the same. */
  unit: string | null
  time: TimeSteps | null
  /** Rows with a place, before filters and time. */
  all: number
}

/** Layers as they are loaded, and what is chosen of each. */
export type LayerStore = {
  bring(table: string): Promise<LoadedLayer>
  loaded(table: string): LoadedLayer | undefined
  choices(table: string): Choices
  /**
   * Takes over choices; resolves when the columns they need are there. Rejects where one cannot be had. A moment without a
   * step is the last there is.
   */
  choose(table: string, choices: Partial<Choices>): Promise<void>
  visible(table: string): Visible
  column(table: string, name: string): Promise<Map<string, unknown>>
  /** Values of a column that is there already. */
  values(table: string, name: string): ReadonlyMap<string, unknown> | undefined
  /**
   * Loads a layer anew, with the columns that were asked for; what was chosen stays, and who was at the last moment is at
   * the last again. Rejects, and leaves what there was, where anything of it cannot be had.
   */
  renew(table: string): Promise<LoadedLayer>
  /** Forgets a layer that could not be loaded, so that it is asked for again. */
  forget(table: string): void
  /** Columns a layer's rows must be cut by, so that there is one a place. */
  slices(layer: LayerSetup): ColumnWords[]
}

export function layerStore(source: TwinSource, layers: LayerSetup[], zone: string): LayerStore {
  const loading = new Map<string, Promise<LoadedLayer>>()
  const loaded = new Map<string, LoadedLayer>()
  const chosen = new Map<string, Choices>()
  const columns = new Map<string, Map<string, unknown>>()
  const coming = new Map<string, Promise<Map<string, unknown>>>()
  const places = new Map<string, Promise<Places>>()
  const seen = new Map<string, Visible>()
  const layerOf = (table: string) => layers.find(layer => layer.table === table)!

  const placesName = ({place: {from}}: LayerSetup) => `${from?.table}.${from?.by}`

  function placesOf(layer: LayerSetup): Promise<Places> {
    const from = layer.place.from
    if (!from) return Promise.resolve(new Map())
    const name = placesName(layer)
    const asked = places.get(name) ?? loadPlaces(source, layer, layers)
    places.set(name, asked)
    asked.catch(() => places.delete(name))
    return asked
  }

  function column(table: string, name: string): Promise<Map<string, unknown>> {
    const id = `${table}.${name}`
    const asked = coming.get(id)
    if (asked) return asked
    const words = layerOf(table).columns.find(one => one.name === name)!
    const answer = loadColumn(source, layerOf(table), words).then(values => {
      columns.set(id, values)
      return values
    })
    coming.set(id, answer)
    answer.catch(() => coming.delete(id))
    return answer
  }

  const slices = (layer: LayerSetup) =>
    layer.place.from || layer.place.h3 === layer.key
      ? (layer.keyBeside ?? []).flatMap(name => layer.columns.find(one => one.name === name) ?? [])
      : []

  const choices = (table: string): Choices =>
    chosen.get(table) ?? {style: layerOf(table).style, filters: [], time: null}

  async function choose(table: string, wanted: Partial<Choices>): Promise<void> {
    const {style, filters, time} = {...choices(table), ...wanted}
    const needed = [style, ...filters, time].flatMap(one => one?.column ?? [])
    await Promise.all(needed.map(name => column(table, name)))
    // What else was chosen while they came stays.
    const next = {...choices(table), ...wanted}
    if (next.time?.step === '') next.time = {...next.time, step: lastStep(table, next.time.column)}
    chosen.set(table, next)
    seen.delete(table)
  }

  function lastStep(table: string, name: string): string {
    const type = layerOf(table).columns.find(one => one.name === name)?.type ?? 'date'
    const isSlice = slices(layerOf(table)).some(one => one.name === name)
    return timeSteps(columns.get(`${table}.${name}`)!, type, zone, isSlice).steps.at(-1) ?? ''
  }

  /** Rows of a table that names places stand in for one another: the first view of it is one of them a place. */
  async function firstSlice(layer: LayerSetup): Promise<void> {
    const {filters, time} = choices(layer.table)
    const next: Partial<Choices> = {filters: [...filters]}
    for (const {name, type} of slices(layer)) {
      const values = await column(layer.table, name)
      if (isTime(name, type)) {
        const step = timeSteps(values, type, zone, true).steps.at(-1)
        if (!time && step) next.time = {column: name, step}
      } else if (!filters.some(filter => filter.column === name)) {
        const [most] = wordsOf(values.values())
        if (most) next.filters!.push({column: name, kind: 'values', values: [most.value]})
      }
    }
    await choose(layer.table, next)
  }

  function look(table: string): Visible {
    const one = loaded.get(table)
    const {style, filters, time} = choices(table)
    if (!one) return {items: [], outlines: [], colourOf: null, legend: [], unit: null, time: null, all: 0}
    const {layer} = one
    const values = (name: string) => columns.get(`${table}.${name}`)
    const passes = (key: string) => filters.every(filter => meets(filter, values(filter.column)?.get(key)))
    const passing = one.items.filter(({key}) => passes(key))

    const timeType = layer.columns.find(({name}) => name === time?.column)?.type ?? 'date'
    const isSlice = slices(layer).some(({name}) => name === time?.column)
    const times = time && values(time.column)
    const steps = times
      ? timeSteps(new Map(passing.map(({key}) => [key, times.get(key)])), timeType, zone, isSlice)
      : null
    const items =
      steps && time ? passing.filter(({key}) => steps.stepOf.get(key)?.startsWith(time.step)) : passing
    const keys = new Set(items.map(({key}) => key))

    // Classes are those of all times, so that a colour means the same at every step.
    const styled = style && values(style.column)
    const styling: Styling | null = styled
      ? styleBy(new Map(passing.map(({key}) => [key, styled.get(key)])), style)
      : null
    const unitAt = layer.facts.indexOf('unit')
    const units = new Set(unitAt < 0 ? [] : items.map(({facts}) => String(facts[unitAt])))
    return {
      items,
      outlines: one.outlines.filter(({key}) => keys.has(key)),
      colourOf: styling && onlyOf(styling.colourOf, keys),
      legend: styling ? recounted(styling, keys) : [],
      unit: units.size === 1 ? [...units][0]! : null,
      time: steps,
      all: one.items.length,
    }
  }

  return {
    column,
    choices,
    choose,
    slices,
    loaded: table => loaded.get(table),
    values: (table, name) => columns.get(`${table}.${name}`),
    bring(table) {
      const asked = loading.get(table)
      if (asked) return asked
      const layer = layerOf(table)
      const answer = loadLayer(source, layer, placesOf).then(async one => {
        const fault = one.fault ?? (await dress(layer))
        loaded.set(table, {...one, fault})
        seen.delete(table)
        return {...one, fault}
      })
      loading.set(table, answer)
      return answer
    },
    async renew(table) {
      const layer = layerOf(table)
      const {time} = choices(table)
      const wasLast = time !== null && time.step === lastStep(table, time.column)
      if (layer.place.from) places.delete(placesName(layer))
      const names = layer.columns.filter(({name}) => columns.has(`${table}.${name}`))
      const [one, ...values] = await Promise.all([
        loadLayer(source, layer, placesOf),
        ...names.map(words => loadColumn(source, layer, words)),
      ])
      if (one.fault !== null) throw new Error(one.fault)
      for (const [index, {name}] of names.entries()) {
        columns.set(`${table}.${name}`, values[index]!)
        coming.set(`${table}.${name}`, Promise.resolve(values[index]!))
      }
      loaded.set(table, one)
      loading.set(table, Promise.resolve(one))
      seen.delete(table)
      if (wasLast) await choose(table, {time: {...time, step: lastStep(table, time.column)}})
      return one
    },
    forget(table) {
      loading.delete(table)
      loaded.delete(table)
    },
    visible(table) {
      const known = seen.get(table)
      if (known) return known
      const visible = look(table)
      if (loaded.has(table)) seen.set(table, visible)
      return visible
    },
  }

  /** Brings what a layer's own style needs; what went wrong, where something did. */
  async function dress(layer: LayerSetup): Promise<string | null> {
    try {
      await (slices(layer).length > 0 ? firstSlice(layer) : choose(layer.table, {}))
      return null
    } catch (error) {
      return (error as Error).message
    }
  }
}

const onlyOf = (colours: ReadonlyMap<string, string>, keys: ReadonlySet<string>) =>
  new Map([...colours].filter(([key]) => keys.has(key)))

/** The legend with the counts of what is seen. Each class has its own colour. */
function recounted({legend, colourOf}: Styling, keys: ReadonlySet<string>): LegendClass[] {
  const counts = new Map<string, number>()
  for (const [key, colour] of colourOf) if (keys.has(key)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return legend.map(one => ({...one, count: counts.get(one.colour) ?? 0}))
}
