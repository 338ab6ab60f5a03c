import type {Geoid} from '@hromada/datasets'
import {geoidHeight} from '@hromada/warehouse/geometry'
import {type HeightField, heightAt} from '../../layers/height-field.ts'
import type {PlacedModel} from './placed-model.ts'
import type {Model} from './read-model.ts'

/** Where a file has its model's ground level and where the ground lies, metres over one datum; how much higher it is by the file. */
export type HeightByFile = {
  by: NonNullable<Model['elevation']>['by']
  /** Null where the file does not name it: then it is taken for the city's own. */
  datum: string | null
  fileMetres: number
  groundMetres: number
  aboveMetres: number
}

/**
 * A model's height by its file against the lowest ground at its outline, on which it is set. Heights over a level of the
 * sea are taken to be over the city's own, which `geoid` lays over the ellipsoid, as the ground's heights are over that:
 * levels of neighbouring countries differ by decimetres, old ones by more.
 */
export function heightByFile(
  {by, datum, groundMetres: fileMetres}: NonNullable<Model['elevation']>,
  {footprint, place}: Pick<PlacedModel, 'footprint' | 'place'>,
  ground: HeightField,
  geoid: Geoid['metres'],
): HeightByFile {
  const lowest = footprint
    .flat(2)
    .reduce((least, [lon, lat]) => Math.min(least, heightAt(ground, lon, lat)), Number.POSITIVE_INFINITY)
  const zero = datum?.isEllipsoidal ? 0 : geoidHeight(geoid, place.lon, place.lat)
  const groundMetres = lowest - zero
  return {
    by,
    datum: datum?.name ?? null,
    fileMetres,
    groundMetres,
    aboveMetres: fileMetres - groundMetres,
  }
}
