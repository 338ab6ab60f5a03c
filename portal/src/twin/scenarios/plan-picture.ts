import {middleOf, type Proposal, siteFrame} from '@hromada/twin/planning'

type Place = readonly number[]
export type Surrounding = {key: string; polygons: Place[][][]}

/** A plan in metres, north up, as the paths and marks of an SVG. */
export type PlanPicture = {
  viewBox: string
  buildings: {path: string; isHidden: boolean}[]
  proposal: string[]
  marks: {x: number; y: number; text: string}[]
  /** Half the width of what is seen; marks and letters are sized by it. */
  halfMetres: number
  scale: {path: string; metres: number; x: number; y: number}
  /** Degrees of the middle, and of a metre east and north: where on the earth a point of the picture is. */
  ground: {lon: number; lat: number; lonPerMetre: number; latPerMetre: number}
}

/** Where a proposal stands: the middle of its first body. */
export function placeOf({parts}: Proposal): {lon: number; lat: number} {
  // A ring ends where it began: that corner counts once.
  const [lon, lat] = middleOf([[parts[0]!.rings[0]!.slice(0, -1)]])
  return {lon, lat}
}

/**
 * A proposal among the buildings around it, and numbered marks at the places of comments; those that lie outside are
 * left out.
 */
export function planPicture(
  proposal: Proposal,
  around: readonly Surrounding[],
  places: readonly {number: number; place: {lon: number; lat: number} | null}[],
  radiusMetres: number,
): PlanPicture {
  const {lon, lat} = placeOf(proposal)
  const frame = siteFrame(lon, lat)
  const half = radiusMetres
  const point = (place: Place) => {
    const [east, north] = frame.toMetres(place as [number, number])
    return `${round(east)} ${round(-north)}`
  }
  const pathOf = (rings: readonly Place[][]) => rings.map(ring => `M${ring.map(point).join('L')}Z`).join('')
  const hidden = new Set(proposal.hides)
  const [east, north] = frame.toDegrees([1, 1])
  const metres = [200, 100, 50, 25, 10].find(length => length <= half * 0.6)!
  const [left, bottom] = [-half * 0.93, half * 0.93]
  return {
    viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
    buildings: around.map(({key, polygons}) => ({path: pathOf(polygons.flat()), isHidden: hidden.has(key)})),
    proposal: proposal.parts.map(({rings}) => pathOf(rings)),
    marks: places.flatMap(({number, place}) => {
      if (!place) return []
      const [x, y] = frame.toMetres([place.lon, place.lat])
      return Math.max(Math.abs(x), Math.abs(y)) < half
        ? [{x: round(x), y: round(-y), text: String(number)}]
        : []
    }),
    halfMetres: half,
    scale: {
      path: `M${left} ${bottom - half / 40}V${bottom}H${left + metres}V${bottom - half / 40}`,
      metres,
      x: left + metres / 2,
      y: bottom - half / 40,
    },
    ground: {lon, lat, lonPerMetre: east - lon, latPerMetre: north - lat},
  }
}

const round = (value: number) => Math.round(value * 10) / 10
