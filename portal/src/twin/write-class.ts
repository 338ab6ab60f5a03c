import type {LegendClass} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import type {LayerTexts} from './layer-texts.ts'
import type {ColumnWords} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {isYear, writeValue} from './write-value.ts'

/** What a colour of a legend stands for, in words. Numbers have as many decimals as their limits need. */
export function writeClass(
  one: LegendClass,
  column: ColumnWords,
  decimals: number,
  {t, l, f}: {t: TwinTexts; l: LayerTexts; f: Format},
): string {
  if (one.kind === 'none') return l.noData
  if (one.kind === 'other') return l.other
  if (one.kind === 'value') return writeValue(one.value, column, t, f)
  const number = (value: number) => (isYear(column.name) ? String(value) : f.number(value, decimals))
  if (one.from === null) return one.to === null ? l.oneValue : l.below(number(one.to))
  if (one.to === null) return l.from(number(one.from))
  // Of whole numbers the last one that is in the class is told: a limit itself is in the class above.
  const last = column.type === 'integer' && decimals === 0 ? one.to - 1 : one.to
  return last === one.from ? number(last) : l.between(number(one.from), number(last))
}

/** Decimals that tell all limits of a legend apart. */
export const decimalsOf = (legend: LegendClass[]): number =>
  Math.max(
    0,
    ...legend.flatMap(one =>
      one.kind === 'range'
        ? [one.from, one.to].map(limit => (String(limit ?? '').split('.')[1] ?? '').length)
        : [],
    ),
  )
