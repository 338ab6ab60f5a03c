import type {Metres, ProposalPart, SiteFrame} from '@hromada/twin/planning'

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

/** A footprint moved by metres and turned clockwise about its middle. */
export function moved(rings: Rings, frame: SiteFrame, east: number, north: number, turnDegrees = 0): Rings {
  const turn = (turnDegrees * Math.PI) / 180
  const [me, mn] = frame.toMetres(middle((rings[0] ?? []).slice(0, -1)))
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

/** The mean of corners. */
export function middle(corners: [number, number][]): [lon: number, lat: number] {
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, corners.length)
  return [mean(0), mean(1)]
}

const rounded = ([lon, lat]: [number, number]): [number, number] => [
  Math.round(lon * 1e8) / 1e8,
  Math.round(lat * 1e8) / 1e8,
]
