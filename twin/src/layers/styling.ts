import {type BreakMethod, classBreaks, classOf} from './class-breaks.ts'

/** What a reader chose to see of a layer by colour. */
export type StyleChoice = {column: string; method: BreakMethod; classes: number}

/** What a colour stands for. Limits are null where a class is open, `other` gathers the rare words. */
export type LegendClass = {colour: string; count: number} & (
  | {kind: 'range'; from: number | null; to: number | null}
  | {kind: 'value'; value: string | boolean}
  | {kind: 'other'}
  | {kind: 'none'}
)

/** Colours by row key, as names of the style sheet's variables, and what they mean. */
export type Styling = {legend: LegendClass[]; colourOf: Map<string, string>; isDiverging: boolean}

/** Seven words keep their colours apart with any colour blindness; the rest share one. */
const mostWords = 7
const wordColours = ['--c2', '--c3', '--c1', '--c5', '--c4', '--c6', '--c8']
const [otherColour, noneColour] = ['--c0', '--no-data'] as const
export const mostClasses = 6

/** One hue from light to dark; its palest step is left to the ground. */
const sequential: Record<number, number[]> = {
  1: [5],
  2: [3, 6],
  3: [2, 4, 6],
  4: [2, 4, 5, 7],
  5: [2, 3, 4, 5, 7],
  6: [2, 3, 4, 5, 6, 7],
}

/**
 * Colours of rows by the values of one column. Numbers are cut into classes, a light to dark ramp for each sign where
 * there are both; words and truth values have a colour each, the most frequent first. A missing value has its own.
 */
export function styleBy(
  values: ReadonlyMap<string, unknown>,
  {method, classes}: Pick<StyleChoice, 'method' | 'classes'>,
): Styling {
  const present = [...values.values()].filter(isPresent)
  const isNumeric = present.length > 0 && present.every(value => typeof value === 'number')
  return isNumeric
    ? byNumber(values, present as number[], method, Math.max(2, Math.min(mostClasses, classes)))
    : byWord(values)
}

export const isPresent = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !Number.isNaN(value)

function byNumber(
  values: ReadonlyMap<string, unknown>,
  present: number[],
  method: BreakMethod,
  classes: number,
): Styling {
  const isDiverging = present.some(value => value < 0) && present.some(value => value > 0)
  const breaks = isDiverging
    ? breaksAboutZero(present, classes, method)
    : (fewWhole(present, classes) ?? classBreaks(present, classes, method))
  const below = isDiverging ? breaks.indexOf(0) + 1 : 0
  const colours = isDiverging
    ? diverging(below, breaks.length + 1 - below)
    : sequential[breaks.length + 1]!.map(step => `--s${step}`)
  const legend = colours.map(
    (colour, index): LegendClass => ({
      kind: 'range',
      colour,
      count: 0,
      from: breaks[index - 1] ?? null,
      to: breaks[index] ?? null,
    }),
  )
  return assign(
    values,
    legend,
    value => (typeof value === 'number' ? classOf(breaks, value) : -1),
    isDiverging,
  )
}

/** Whole numbers that take few values, such as storeys of a village, are a class each. */
function fewWhole(present: number[], classes: number): number[] | null {
  const distinct = [...new Set(present)].sort((a, b) => a - b)
  return distinct.length <= classes && distinct.every(Number.isInteger) ? distinct.slice(1) : null
}

/** Each sign has its own classes, and zero is a limit between them. */
function breaksAboutZero(present: number[], classes: number, method: BreakMethod): number[] {
  const half = Math.max(1, Math.floor(classes / 2))
  const above = classBreaks([0, ...present.filter(value => value > 0)], half, method)
  const below = classBreaks([0, ...present.filter(value => value < 0).map(value => -value)], half, method)
  return [...below.map(limit => -limit).reverse(), 0, ...above]
}

/** Three steps on each side of the middle, the farthest the darkest. */
const diverging = (below: number, above: number): string[] => [
  ...Array.from({length: below}, (_, i) => `--d${1 + Math.round((i * 3) / Math.max(1, below))}`),
  ...Array.from(
    {length: above},
    (_, i) => `--d${6 - Math.round(((above - 1 - i) * 3) / Math.max(1, above))}`,
  ),
]

function byWord(values: ReadonlyMap<string, unknown>): Styling {
  const counts = new Map<string | boolean, number>()
  for (const value of values.values())
    if (isPresent(value)) {
      const word = wordOf(value)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  // The most frequent first; those equally frequent in the order of the alphabet, so that colours stay put.
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1))
  const named = sorted.slice(0, mostWords)
  const legend: LegendClass[] = named.map(([value], index) => ({
    kind: 'value',
    value,
    colour: wordColours[index]!,
    count: 0,
  }))
  const indexOf = new Map(named.map(([value], index) => [value, index]))
  if (sorted.length > named.length) legend.push({kind: 'other', colour: otherColour, count: 0})
  const other = sorted.length > named.length ? named.length : -1
  return assign(
    values,
    legend,
    value => (isPresent(value) ? (indexOf.get(wordOf(value)) ?? other) : -1),
    false,
  )
}

const wordOf = (value: unknown) => (typeof value === 'boolean' ? value : String(value))

/** Gives each row its class's colour and counts; rows without a value share the last class, where there are any. */
function assign(
  values: ReadonlyMap<string, unknown>,
  legend: LegendClass[],
  classIndex: (value: unknown) => number,
  isDiverging: boolean,
): Styling {
  const none: LegendClass = {kind: 'none', colour: noneColour, count: 0}
  const colourOf = new Map<string, string>()
  for (const [key, value] of values) {
    const found = legend[classIndex(value)] ?? none
    found.count++
    colourOf.set(key, found.colour)
  }
  return {legend: none.count > 0 ? [...legend, none] : legend, colourOf, isDiverging}
}
