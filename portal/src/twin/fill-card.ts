import type {ItemKey, TwinSource} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {failedCard, nameOf, rowCard} from './card.ts'
import {cardLineage} from './card-lineage.ts'
import {element} from './element.ts'
import type {TwinSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'

type Words = {setup: TwinSetup; t: TwinTexts; f: Format}

/**
 * Shows a row in the card, or that nothing is selected. Returns the row's name once it is there; null where another row
 * was asked for meanwhile (`isStill` says so) or nothing is selected.
 */
export async function fillCard(
  card: HTMLElement,
  item: ItemKey | null,
  name: string,
  source: TwinSource,
  words: Words,
  isStill: () => boolean,
): Promise<string | null> {
  const {setup, t} = words
  const layer = setup.layers.find(({table}) => table === item?.layer)
  if (!item || !layer) {
    const heading = element('h2', {id: 'twin-result'}, t.nothingSelected)
    card.replaceChildren(heading, element('p', {class: 'small'}, t.howToSelect))
    return null
  }
  const named = {name, key: item.key}
  const row = await source.row(layer, item.key).catch((error: Error) => error)
  if (!isStill()) return null
  if (row instanceof Error) card.replaceChildren(...failedCard(layer, named, t.rowFailed(row.message), t))
  else if (row)
    card.replaceChildren(
      ...rowCard(layer, named, row, words),
      cardLineage(layer, source, {...words, city: setup.city.id}),
    )
  else card.replaceChildren(...failedCard(layer, named, t.rowMissing, t))
  return nameOf(named)
}
