import type {AskedOrbit, Stand} from '@hromada/twin/layers'
import {emptyState, readState, writeState} from '@hromada/twin/layers'

/** A place to look from that somebody gave a name: in the air, or on the ground. */
export type Viewpoint = {name: string; view: AskedOrbit} | {name: string; stand: Stand}

export const mostViewpoints = 50
export const mostNameLetters = 80

/** Viewpoints of a city that this browser keeps: no server learns of them. */
export type ViewpointStore = {
  all(): Viewpoint[]
  /** Whether they could be kept: a browser may forbid it, or be full. */
  keep(viewpoints: Viewpoint[]): boolean
}

/** The part of a browser's storage that is needed. */
type Storage = {getItem(key: string): string | null; setItem(key: string, value: string): void}

/** Keeps them as the camera of an address; what cannot be read is left out, as anyone may have written there. */
export function viewpointStore(city: string, storage: () => Storage): ViewpointStore {
  const key = `hromada-viewpoints-${city}`
  return {
    all() {
      try {
        const kept = JSON.parse(storage().getItem(key) ?? '[]') as unknown
        return Array.isArray(kept) ? kept.slice(0, mostViewpoints).flatMap(viewpointFrom) : []
      } catch {
        return []
      }
    },
    keep(viewpoints) {
      const texts = viewpoints.slice(0, mostViewpoints).map(one => ({
        name: one.name,
        camera: writeState({
          ...emptyState(),
          ...('view' in one ? {view: one.view} : {stand: one.stand}),
        }).toString(),
      }))
      try {
        storage().setItem(key, JSON.stringify(texts))
        return true
      } catch {
        return false
      }
    },
  }
}

function viewpointFrom(kept: unknown): Viewpoint[] {
  const {name, camera} = (kept ?? {}) as {name?: unknown; camera?: unknown}
  if (typeof name !== 'string' || typeof camera !== 'string' || name.length > mostNameLetters) return []
  const {view, stand} = readState(new URLSearchParams(camera), {layers: new Map(), others: []}).state
  return stand ? [{name, stand}] : view ? [{name, view}] : []
}
