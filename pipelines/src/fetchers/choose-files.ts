import type {WhichFile} from '@hromada/datasets'
import {FetchError} from './fetcher.ts'
import {plainText} from './plain-text.ts'

/** One file that a catalogue offers. */
export type Offered = {id: string; name: string; formats: string[]; address: string; changedAt: string}

const inOrderOfNames = new Intl.Collator('en', {numeric: true})

/** The files of a dataset that a city wants. Throws with what there is where none fits, or more than can be told apart. */
export function chooseFiles(offered: Offered[], which: WhichFile, dataset: string): Offered[] {
  const fitting = offered.filter(file => fits(file, which))
  if (fitting.length === 0)
    throw new FetchError(`${dataset} has no file with ${described(which)}. It has ${listed(offered)}.`)
  const take = 'take' in which ? which.take : undefined
  if (take === 'all')
    return fitting.sort(
      (a, b) => inOrderOfNames.compare(a.name, b.name) || inOrderOfNames.compare(a.address, b.address),
    )
  if (take === 'newest') return [fitting.reduce(newer)]
  if (fitting.length > 1)
    throw new FetchError(
      `${dataset} has ${fitting.length} files with ${described(which)}: ${listed(fitting)}. Say more in the city's profile, or take the newest, or all.`,
    )
  return fitting
}

/** The one that changed later; of two that do not say when, the one whose name comes later (2025 before 2026). */
function newer(a: Offered, b: Offered): Offered {
  const byTime = a.changedAt && b.changedAt ? compare(a.changedAt, b.changedAt) : 0
  return (byTime || inOrderOfNames.compare(a.name, b.name)) >= 0 ? a : b
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function fits({id, name, formats}: Offered, which: WhichFile): boolean {
  if ('id' in which) return id === which.id
  const isNamed = which.name === undefined || new RegExp(which.name, 'iu').test(name)
  const wanted = which.format?.toLowerCase()
  return isNamed && (wanted === undefined || formats.some(format => formatWords(format).includes(wanted)))
}

/** text/csv, .csv, CSV, http://publications.europa.eu/resource/authority/file-type/CSV: as it is, and its last word. */
const formatWords = (format: string) => {
  const whole = format.trim().toLowerCase()
  return [whole, whole.replace(/^.*[/.]/, '').replace(/;.*$/, '')]
}

const described = (which: WhichFile) =>
  'id' in which
    ? `the id ${which.id}`
    : [which.name ? `a name like "${which.name}"` : '', which.format ? `the format ${which.format}` : '']
        .filter(Boolean)
        .join(' and ') || 'any name'

const listed = (files: Offered[]) => {
  const names = files
    .slice(0, 10)
    .map(
      ({id, name, formats}) =>
        `"${plainText(name, 80)}" (${plainText(formats[0] ?? '?', 40)}, ${plainText(id, 80)})`,
    )
  return names.length === 0
    ? 'none'
    : names.join(', ') + (files.length > names.length ? ` and ${files.length - names.length} more` : '')
}
