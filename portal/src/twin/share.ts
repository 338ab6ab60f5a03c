import {readState, type StateFault, type ViewState, writeState} from '@hromada/twin/layers'
import type {TwinSetup} from './setup.ts'
import type {ShareTexts} from './share-texts.ts'

/** Keeps the address of the page and what is seen the same. */
export type Share = {
  /** What the address asks for. */
  read(): ViewState
  /** What of it could not be read, in words; null where all could. */
  complaint(): string | null
  /** A state as the query of an address. */
  query(state: ViewState): string
  /** The state that a query holds, and what of it could not be read, in words. */
  parse(query: string): {state: ViewState; complaint: string | null}
  /** Writes a state: as a new step to come back to, or over the last one. */
  write(state: ViewState, isStep: boolean): void
}

/** The parameters of a view; those of others, such as the city's, are left alone. */
const ours = ['v', 'at', 'on', 'style', 'filter', 'time', 'sun', 'cut', 'under', 'walk', 'pick']

/** `onReturn` is called when the reader goes back or forth to a state. */
export function share(setup: TwinSetup, texts: ShareTexts, onReturn: (state: ViewState) => void): Share {
  const known = {
    layers: new Map(setup.layers.map(({table, columns}) => [table, new Set(columns.map(({name}) => name))])),
    others: ['terrain', 'map'],
  }
  const parse = (query: string) => {
    const {state, faults} = readState(new URLSearchParams(query), known)
    return {state, complaint: inWords(faults, texts)}
  }
  const {state, complaint} = parse(location.search)
  addEventListener('popstate', () => onReturn(parse(location.search).state))
  return {
    parse,
    query: one => readable(writeState(one)),
    read: () => state,
    complaint: () => complaint,
    write(next, isStep) {
      const query = new URLSearchParams(location.search)
      for (const name of ours) query.delete(name)
      for (const [name, value] of writeState(next)) query.append(name, value)
      const address = new URL(location.href)
      address.search = readable(query)
      if (address.href === location.href) return
      if (isStep) history.pushState(null, '', address)
      else history.replaceState(null, '', address)
    },
  }
}

/** Signs that a query may hold as they are stay so. */
const readable = (query: URLSearchParams) => query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')

function inWords(faults: StateFault[], texts: ShareTexts): string | null {
  const version = faults.find(({fault}) => fault === 'version')
  if (version) return texts.newer(version.text)
  return faults.length > 0 ? texts.unreadable(faults.map(({text}) => text).join('; ')) : null
}
