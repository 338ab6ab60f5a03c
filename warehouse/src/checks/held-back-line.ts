import type {Landing} from '../build/stage.ts'
import type {HeldBack} from './choose-landings.ts'

/** What is held back and why, in a line for whoever runs the city. */
export function heldBackLine({landing, faults}: HeldBack, inUse: Landing[]): string {
  const {city, feed, manifest} = landing
  const shown = inUse.find(one => one.city.id === city.id && one.feed.dataset.id === feed.dataset.id)
  const reasons = faults.map(({rule, column, count, asked, rows, message}) =>
    [
      [rule, column].filter(part => part !== null).join(' '),
      `: ${message ? `${message.en}, ` : ''}${count}${asked === null ? '' : ` of ${asked}`}`,
      rows.length > 0 ? ` (records ${rows.join(', ')})` : '',
    ].join(''),
  )
  return (
    `${city.id}/${feed.dataset.id}: what was fetched at ${manifest.retrievedAt} is held back. ${reasons.join('; ')}. ` +
    (shown
      ? `What was fetched at ${shown.manifest.retrievedAt} stays in use.`
      : 'There is nothing earlier that could be used.')
  )
}
