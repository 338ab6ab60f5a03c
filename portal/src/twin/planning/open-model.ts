import {
  type Model,
  type ModelPlace,
  mostVariants,
  type Proposal,
  partOfModel,
  siteFrame,
} from '@hromada/twin/planning'
import type {Plan} from './plan.ts'

/** A city's box may be narrow, and a proposal stand at its edge. */
const farMetres = 20_000

/** Variants with a model that was opened, which of them shows it, and whether it was missed there before. */
export type Placed = {variants: Proposal[]; current: number; wasMissed: boolean; model: Model}

/**
 * Brings a model into the variants: where a document named it and did not hold it, it takes its place; otherwise it is
 * a variant of its own, where the file says or in the middle of the view.
 */
export function placeModel({variants, page}: Plan, model: Model): Placed {
  const {source, body} = model
  const isMissed = (part: Proposal['parts'][number]) =>
    part.model?.body === null && part.model.source.sha256 === source.sha256
  const missed = variants.findIndex(({parts}) => parts.some(isMissed))
  if (missed >= 0)
    return {
      variants: variants.map(variant => ({
        ...variant,
        parts: variant.parts.map(part =>
          isMissed(part) ? partOfModel(source, body, part.model!.place, part) : part,
        ),
      })),
      current: missed,
      wasMissed: true,
      model,
    }
  const away = model.place ? metresFrom(page.setup.city.bbox, model.place) : 0
  const isFar = away > farMetres
  const told: Model = isFar
    ? {
        ...model,
        place: null,
        notes: [...model.notes, {code: 'FAR_AWAY', word: String(Math.round(away / 1000))}],
      }
    : model
  const {lon, lat} = told.place ?? page.middle()
  const place: ModelPlace = {lon, lat, turnDegrees: 0, aboveGroundMetres: 0}
  const name = source.file.replace(/\.(city\.)?\w+$/, '').slice(0, 120)
  const own: Proposal = {
    name,
    parts: [partOfModel(source, body, place, {name: '', use: 'housing'})],
    hides: [],
  }
  const next = variants.length > 0 && variants.length < mostVariants ? [...variants, own] : [own]
  return {variants: next, current: next.length - 1, wasMissed: false, model: told}
}

/** How far a place lies outside a box of degrees. */
function metresFrom(
  [west, south, east, north]: readonly [number, number, number, number],
  {lon, lat}: {lon: number; lat: number},
): number {
  const nearest = [Math.max(west, Math.min(east, lon)), Math.max(south, Math.min(north, lat))] as const
  return Math.hypot(...siteFrame(nearest[0], nearest[1]).toMetres([lon, lat]))
}
