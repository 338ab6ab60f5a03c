import {groundMetres} from './ground-metres.ts'

/** Of some things, at least one, the one that lies nearest to a place. */
export const nearestItem = <T extends {lon: number; lat: number}>(
  items: readonly T[],
  place: {lon: number; lat: number},
): T => items.reduce((best, one) => (groundMetres(one, place) < groundMetres(best, place) ? one : best))
