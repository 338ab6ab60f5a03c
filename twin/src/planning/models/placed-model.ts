import type {Polygons} from '../polygons.ts'
import type {ProposalPart} from '../proposal.ts'
import type {SiteFrame} from '../site-frame.ts'
import {siteFrame} from '../site-frame.ts'
import type {ModelBody, ModelSource} from './read-model.ts'

type Rings = ProposalPart['rings']

/** A model where it is to stand. Its ground level is the lowest ground at its outline, and so many metres above. */
export type PlacedModel = {
  source: ModelSource
  place: ModelPlace
  /** Its outline in degrees, the largest first, each with its holes. */
  footprint: Rings[]
  /** Null where a document names the model and does not hold it: its outline, raised to its height, stands for it. */
  body: ModelBody | null
}

/** Where the middle of a model's plan lies, how it is turned, clockwise, and how far it is raised or sunk. */
export type ModelPlace = {lon: number; lat: number; turnDegrees: number; aboveGroundMetres: number}

/** A body of a proposal from a model and a place; storeys and height are the model's. */
export function partOfModel(
  source: ModelSource,
  body: ModelBody,
  place: ModelPlace,
  {name, use}: Pick<ProposalPart, 'name' | 'use'>,
): ProposalPart {
  const {mass} = body
  const frame = siteFrame(place.lon, place.lat)
  const turned = turning(place.turnDegrees)
  const footprint = mass.footprint.map(rings =>
    rings.map(ring => {
      const corners = ring.map(([x, y]) => rounded(frame.toDegrees(turned(x, y))))
      return [...corners, corners[0]!]
    }),
  )
  return {
    name,
    use,
    storeys: mass.storeys.length,
    heightMetres: Math.max(0.5, mass.heightMetres + place.aboveGroundMetres),
    rings: footprint[0] ?? [],
    model: {source, place, footprint, body},
  }
}

/** Outlines of a body in degrees: its own one, or all of its model's. */
export const footprintsOf = ({rings, model}: ProposalPart): Rings[] => model?.footprint ?? [rings]

/** The same in metres of a frame. */
export const footprintIn = (part: ProposalPart, frame: SiteFrame): Polygons =>
  footprintsOf(part).map(rings => rings.map(ring => ring.map(frame.toMetres)))

/** A model's triangles and storeys in metres of a frame, heights in the ground's datum; `baseMetres` is its ground. */
export function standing(
  {body, place}: PlacedModel & {body: ModelBody},
  frame: SiteFrame,
  baseMetres: number,
): StandingModel {
  const [east, north] = frame.toMetres([place.lon, place.lat])
  const turned = turning(place.turnDegrees)
  const zero = baseMetres + place.aboveGroundMetres
  const {positions, triangles} = body.mesh
  const placed = new Float64Array(positions.length)
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y] = turned(positions[i]!, positions[i + 1]!)
    placed[i] = east + x
    placed[i + 1] = north + y
    placed[i + 2] = zero + positions[i + 2]!
  }
  return {
    positions: placed,
    triangles,
    storeys: body.mass.storeys.map(({floorMetres, topMetres, outline}) => ({
      baseMetres: zero + floorMetres,
      topMetres: zero + topMetres,
      polygons: outline.map(rings =>
        rings.map(ring =>
          ring.map(([x, y]): [number, number] => {
            const [dx, dy] = turned(x, y)
            return [east + dx, north + dy]
          }),
        ),
      ),
    })),
  }
}

/** A model among prisms: triangles, three numbers a corner, and the outline of each of its storeys. */
export type StandingModel = {
  positions: Float64Array
  triangles: Uint32Array
  storeys: {baseMetres: number; topMetres: number; polygons: Polygons}[]
}

/** Turns clockwise about the origin. */
function turning(degrees: number): (x: number, y: number) => [number, number] {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  return (x, y) => [x * cosine + y * sine, y * cosine - x * sine]
}

/** Eight decimals are a millimetre. */
const rounded = ([lon, lat]: [number, number]): [number, number] => [
  Math.round(lon * 1e8) / 1e8,
  Math.round(lat * 1e8) / 1e8,
]
