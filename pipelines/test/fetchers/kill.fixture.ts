import {fetchLive} from '../../src/fetchers/index.ts'

/** Fetches from a server on this machine into a folder, to be killed on the way: `<origin> <folder>`. */
const [, , origin = '', folder = ''] = process.argv

await fetchLive(
  {
    source: {kind: 'ogc-features', landing: origin, collection: 'trees'},
    format: {kind: 'geojson'},
    secondsBetween: 0,
  },
  {zone: 'Europe/Kyiv', internalHosts: [new URL(origin).host]},
  folder,
  {
    now: () => new Date(),
    sleep: milliseconds => new Promise(resolve => setTimeout(resolve, Math.min(milliseconds, 20))),
    signal: new AbortController().signal,
    onBytes: () => {},
  },
)
