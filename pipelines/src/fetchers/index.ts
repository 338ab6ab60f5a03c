import type {City, Feed, LiveSource} from '@hromada/datasets'
import {fetchAlertsInUa} from './alerts-in-ua.ts'
import {fetchCkan} from './ckan.ts'
import {fetchDcat} from './dcat.ts'
import {type FetchEffects, type Fetched, type Fetcher, NoRecords} from './fetcher.ts'
import {fetchHttp} from './http.ts'
import {fetchKmuPetitions} from './kmu-petitions.ts'
import {createDownload} from './network/download.ts'
import {defaultLimits} from './network/limits.ts'
import {openTransport, systemLookup} from './network/open-transport.ts'
import {createPace} from './network/pace.ts'
import {fetchOgcFeatures} from './ogc-features.ts'
import {fetchOpen311, fetchOpen311Services} from './open311.ts'
import {fetchOpenbudget} from './openbudget.ts'
import {fetchOpendatasoft} from './opendatasoft.ts'
import {fetchSensorCommunity} from './sensor-community.ts'
import {fetchSensorThings} from './sensorthings.ts'
import {dayIn} from './shelf/days.ts'
import {openShelf} from './shelf/open-shelf.ts'
import {fetchSocrata} from './socrata.ts'
import {fetchSpending} from './spending.ts'
import {fetchUkPetitions} from './uk-petitions.ts'
import {fetchUkraineAlarm} from './ukraine-alarm.ts'

/**
 * One fetcher per kind of source, and the seconds it leaves between two requests to a host. Adding a kind: a file
 * beside its siblings, a line here, a kind in `LiveSource`.
 */
const fetchers: {[K in LiveSource['kind']]: {fetch: Fetcher<K>; secondsBetween: number}} = {
  http: {fetch: fetchHttp, secondsBetween: 0},
  ckan: {fetch: fetchCkan, secondsBetween: 0.5},
  socrata: {fetch: fetchSocrata, secondsBetween: 0.5},
  opendatasoft: {fetch: fetchOpendatasoft, secondsBetween: 0.5},
  open311: {fetch: fetchOpen311, secondsBetween: 1},
  'open311-services': {fetch: fetchOpen311Services, secondsBetween: 1},
  'ogc-features': {fetch: fetchOgcFeatures, secondsBetween: 0.5},
  sensorthings: {fetch: fetchSensorThings, secondsBetween: 0.5},
  dcat: {fetch: fetchDcat, secondsBetween: 0.5},
  openbudget: {fetch: fetchOpenbudget, secondsBetween: 2},
  spending: {fetch: fetchSpending, secondsBetween: 1},
  'kmu-petitions': {fetch: fetchKmuPetitions, secondsBetween: 1},
  'uk-petitions': {fetch: fetchUkPetitions, secondsBetween: 1},
  'sensor-community': {fetch: fetchSensorCommunity, secondsBetween: 0.25},
  'alerts-in-ua': {fetch: fetchAlertsInUa, secondsBetween: 10},
  'ukraine-alarm': {fetch: fetchUkraineAlarm, secondsBetween: 5},
}

/** Of the whole process: two feeds from one host keep their distance too. */
const pace = createPace()

/**
 * Brings a feed's live source into its folder and answers the files, in a stable order. A run that was cut is gone on
 * with; what has not changed is not fetched again; the folder holds nothing else once everything is there.
 */
export async function fetchLive(
  {source, format, secondsBetween}: NonNullable<Feed['live']>,
  city: Pick<City, 'zone' | 'internalHosts'>,
  folder: string,
  effects: FetchEffects,
): Promise<Fetched[]> {
  const {now, sleep, signal, onBytes, onFiles = () => {}} = effects
  const {fetch, secondsBetween: usual} = fetchers[source.kind]
  const shelf = await openShelf(folder, source, now)
  const transport = effects.transport ?? openTransport(systemLookup)
  let bytes = 0
  const download = createDownload({
    transport,
    internal: new Set(city.internalHosts.map(host => host.toLowerCase())),
    limits: {...defaultLimits, ...effects.limits},
    pace: effects.pace ?? pace,
    spacingMilliseconds: (secondsBetween ?? usual) * 1000,
    now,
    sleep,
    random: effects.random ?? Math.random,
    signal,
    onPiece(piece) {
      bytes += piece
      onBytes(bytes)
    },
  })
  try {
    const files = await (fetch as Fetcher)(source, {
      shelf,
      download,
      format,
      today: dayIn(city.zone, now()),
      signal,
      env: effects.env ?? process.env,
      onFiles,
    })
    await shelf.finish(files.map(({path}) => path.slice(shelf.folder.length + 1)))
    if (files.length === 0) throw new NoRecords(`${described(source)} answers, but has no records.`)
    return files
  } finally {
    transport.close()
  }
}

/** A source in a message: its kind and the first thing that tells it from others. */
const described = (source: LiveSource) => {
  const [first] = Object.values(source).slice(1)
  return typeof first === 'string' ? `${first} (${source.kind})` : `The source (${source.kind})`
}
