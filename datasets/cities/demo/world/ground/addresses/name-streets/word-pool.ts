import {Draw} from '../../../../tools/numbers/draw.ts'
import type {NameTheme} from '../street-names.ts'
import type {Draft} from './draft.ts'
import {rankOf} from './join-strokes.ts'
import type {StrokePlace} from './stroke-place.ts'

/** How likely each theme is. */
export type ThemeWeights = Partial<Record<NameTheme, number>>

/** Words that are still free, by theme, in an order of the seed's own. */
export class WordPool {
  #free = new Map<NameTheme, string[]>()

  constructor(seed: number, words: Record<NameTheme, string[]>) {
    for (const [theme, list] of Object.entries(words) as [NameTheme, string[]][])
      this.#free.set(theme, shuffled(list, new Draw(seed, 'street-words', theme)))
  }

  /** Takes a word out, so that nothing else is called by it. */
  reserve(word: string): void {
    for (const [theme, list] of this.#free)
      if (list.includes(word))
        this.#free.set(
          theme,
          list.filter(other => other !== word),
        )
  }

  /**
   * The next free word of a theme, drawn by weight; where those have none left, one that does for any street, and once
   * these are taken any other.
   * @throws Error once every word is taken
   */
  take(weights: ThemeWeights, draw: Draw): string {
    const word = this.#drawn(weights, draw) ?? this.#drawn(anywhere, draw) ?? this.#drawn(lastOfAll, draw)
    if (word === undefined)
      throw new Error('There are more streets than names; add words to street-names.ts.')
    return word
  }

  #drawn(weights: ThemeWeights, draw: Draw): string | undefined {
    const open = [...this.#free].filter(([theme, list]) => list.length > 0 && (weights[theme] ?? 0) > 0)
    let at = draw.unit() * open.reduce((total, [theme]) => total + weights[theme]!, 0)
    for (const [theme, list] of open) {
      at -= weights[theme]!
      if (at < 0) return list.pop()
    }
    return open.at(-1)?.[1].pop()
  }
}

/** Themes whose words promise nothing of the place: no water, no quay, no works. */
const anywhere: ThemeWeights = {
  plants: 3,
  steppe: 2,
  estate: 2,
  quiet: 2,
  animals: 1,
  crafts: 1,
  civic: 1,
  lie: 1,
}

/** A city with more streets than words for them has some that are out of place. */
const lastOfAll: ThemeWeights = {river: 1, works: 1, harbour: 1, sea: 1}

/** What streets in a place are called after: the zone, and what lies near. */
export function themesOf({place, paths}: Draft, eastBank: number): ThemeWeights {
  const {zone, seaMetres, riverMetres, district} = place
  const weights: ThemeWeights = {...byZone[zone]}
  const add = (theme: NameTheme, weight: number) => {
    weights[theme] = (weights[theme] ?? 0) + weight
  }
  const isBySea = seaMetres < 600
  // Roads that cross the city are called after where they lead, more than after what grows beside them.
  if (rankOf[paths[0]!.class] <= rankOf.main) {
    add('lie', 3)
    add('steppe', 3)
    if (!isBySea) add('works', 1.5)
  }
  if (isBySea && zone !== 'harbour') add('sea', zone === 'centre' ? 1.5 : 5)
  if (riverMetres < 500 || district === eastBank) add('river', 2.5)
  return weights
}

const byZone: Record<StrokePlace['zone'], ThemeWeights> = {
  centre: {civic: 6, crafts: 3},
  old: {crafts: 6, civic: 2, quiet: 1, lie: 0.5},
  stalinist: {civic: 2, estate: 3, plants: 1},
  khrushchev: {estate: 4, plants: 1, lie: 0.5},
  micro: {estate: 5, plants: 1},
  garden: {plants: 6, animals: 1, steppe: 1, lie: 0.6, quiet: 0.6},
  village: {steppe: 3, river: 1.5, animals: 1.5, plants: 1},
  dacha: {plants: 2, river: 2, animals: 2},
  industry: {works: 1},
  harbour: {harbour: 1},
  park: {plants: 1, estate: 1},
  cemetery: {quiet: 1, steppe: 1},
  field: {steppe: 2, lie: 2, works: 0.5},
  market: {civic: 1},
  resort: {sea: 5, plants: 1},
  none: {steppe: 1, lie: 1},
}

/** Fisher and Yates's. */
function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const result = [...list]
  for (let index = result.length - 1; index > 0; index--) {
    const other = draw.below(index + 1)
    ;[result[index], result[other]] = [result[other]!, result[index]!]
  }
  return result
}
