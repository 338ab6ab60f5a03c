import type {ModelBody, Proposal} from '@hromada/twin/planning'
import {partOfModel} from '@hromada/twin/planning'

/**
 * Models that were opened in this browser, by the hash of their file, so that an address that only names one, and the
 * report, find it again. Without storage (a private window) nothing is kept and nothing found.
 */
const [database, store] = ['hromada-models', 'models']
/** The oldest go when there are more. */
const mostKept = 12

export async function keepModel(sha256: string, body: ModelBody): Promise<void> {
  try {
    const all = await opened()
    const models = all.transaction(store, 'readwrite').objectStore(store)
    await done(models.put({sha256, body, keptAt: Date.now()}))
    const kept = await done(models.index('keptAt').getAllKeys())
    for (const key of kept.slice(0, Math.max(0, kept.length - mostKept))) await done(models.delete(key))
    all.close()
  } catch {
    // A model that is not kept must be opened again: the page says so where it is missed.
  }
}

async function modelOf(sha256: string): Promise<ModelBody | null> {
  try {
    const all = await opened()
    const found: unknown = await done(all.transaction(store).objectStore(store).get(sha256))
    all.close()
    return (found as {body: ModelBody} | undefined)?.body ?? null
  } catch {
    return null
  }
}

/** A proposal with the models that it only names, as far as this browser has them. */
export async function withKeptModels(proposal: Proposal): Promise<Proposal> {
  const parts = await Promise.all(
    proposal.parts.map(async part => {
      const {model} = part
      if (!model || model.body) return part
      const body = await modelOf(model.source.sha256)
      return body ? partOfModel(model.source, body, model.place, part) : part
    }),
  )
  return {...proposal, parts}
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(store, {keyPath: 'sha256'}).createIndex('keptAt', 'keptAt')
  })
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The storage failed.')))
  })
}
