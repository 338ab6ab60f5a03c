import {
  type Metres,
  type ModelPlace,
  type ProposalPart,
  partOfModel,
  type SiteFrame,
  siteFrame,
} from '@hromada/twin/planning'

type Rings = ProposalPart['rings']

/** A rectangle as people give it: its middle in degrees, its sides in metres, turned clockwise from the north. */
export type Rectangle = {
  lon: number
  lat: number
  widthMetres: number
  depthMetres: number
  turnDegrees: number
}

/** A footprint from a rectangle; rings are closed and coordinates have the eight decimals that a millimetre needs. */
export function rectangleRings(
  {widthMetres, depthMetres, turnDegrees, lon, lat}: Rectangle,
  frame: SiteFrame,
): Rings {
  const turn = (turnDegrees * Math.PI) / 180
  const [east, north] = frame.toMetres([lon, lat])
  const corner = (x: number, y: number): [number, number] =>
    rounded(
      frame.toDegrees([
        east + (x * widthMetres * Math.cos(turn) + y * depthMetres * Math.sin(turn)) / 2,
        north + (y * depthMetres * Math.cos(turn) - x * widthMetres * Math.sin(turn)) / 2,
      ]),
    )
  const first = corner(-1, -1)
  return [[first, corner(1, -1), corner(1, 1), corner(-1, 1), first]]
}

/** The rectangle a footprint is, or that its first side suggests: what a form shows. */
export function rectangleOf(rings: Rings, frame: SiteFrame): Rectangle {
  const corners = (rings[0] ?? []).slice(0, -1)
  const metres = corners.map(frame.toMetres)
  const corner = (index: number): Metres => metres[index] ?? [0, 0]
  const [a, b, c] = [corner(0), corner(1), corner(2)] as const
  const [lon, lat] = middle(corners)
  const turn = (Math.atan2(-(b[1] - a[1]), b[0] - a[0]) * 180) / Math.PI
  return {
    lon,
    lat,
    widthMetres: Math.hypot(b[0] - a[0], b[1] - a[1]),
    depthMetres: Math.hypot(c[0] - b[0], c[1] - b[1]),
    turnDegrees: (turn + 360) % 360,
  }
}

/** A footprint moved by metres and turned clockwise about its middle, or about another place. */
export function moved(
  rings: Rings,
  frame: SiteFrame,
  east: number,
  north: number,
  turnDegrees = 0,
  pivot: [lon: number, lat: number] = middle((rings[0] ?? []).slice(0, -1)),
): Rings {
  const turn = (turnDegrees * Math.PI) / 180
  const [me, mn] = frame.toMetres(pivot)
  return rings.map(ring =>
    ring.map(place => {
      const [x, y] = frame.toMetres(place)
      const [dx, dy] = [x - me, y - mn]
      return rounded(
        frame.toDegrees([
          me + dx * Math.cos(turn) + dy * Math.sin(turn) + east,
          mn + dy * Math.cos(turn) - dx * Math.sin(turn) + north,
        ]),
      )
    }),
  )
}

/** A body moved by metres and turned clockwise: its footprint, or its model's place. */
export function movedPart(
  part: ProposalPart,
  frame: SiteFrame,
  east: number,
  north: number,
  turnDegrees = 0,
): ProposalPart {
  const {model} = part
  if (!model) return {...part, rings: moved(part.rings, frame, east, north, turnDegrees)}
  const {place} = model
  const [x, y] = frame.toMetres([place.lon, place.lat])
  const [lon, lat] = rounded(frame.toDegrees([x + east, y + north]))
  return placedPart(part, {...place, lon, lat, turnDegrees: (place.turnDegrees + turnDegrees + 360) % 360})
}

/** A model's body somewhere else; of one that is only named, its outline moves. */
export function placedPart(part: ProposalPart, place: ModelPlace): ProposalPart {
  const {model} = part
  if (!model) return part
  if (model.body) return partOfModel(model.source, model.body, place, part)
  const frame = siteFrame(model.place.lon, model.place.lat)
  const [east, north] = frame.toMetres([place.lon, place.lat])
  const turn = place.turnDegrees - model.place.turnDegrees
  const footprint = model.footprint.map(rings =>
    moved(rings, frame, east, north, turn, [model.place.lon, model.place.lat]),
  )
  const raised = place.aboveGroundMetres - model.place.aboveGroundMetres
  return {
    ...part,
    heightMetres: Math.max(0.5, part.heightMetres + raised),
    rings: footprint[0]!,
    model: {...model, place, footprint},
  }
}

/** Where a body is: its model's place, or its footprint's middle. */
export const placeOf = ({model, rings}: ProposalPart): [lon: number, lat: number] =>
  model ? [model.place.lon, model.place.lat] : middle(rings[0]!.slice(0, -1))

/** The mean of corners. */
function middle(corners: [number, number][]): [lon: number, lat: number] {
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, corners.length)
  return [mean(0), mean(1)]
}

const rounded = ([lon, lat]: [number, number]): [number, number] => [
  Math.round(lon * 1e8) / 1e8,
  Math.round(lat * 1e8) / 1e8,
]
