import {distance, type Point} from '../../../../tools/space/vector.ts'

/** Post offices of the city, and the first of their codes: Ukraine's begin with 01, so that these are no town's. */
const offices = 21
const firstCode = 101
const rounds = 8

/**
 * Postcodes by place: every post office serves the addresses that are nearest to it, and stands in their midst (Lloyd
 * 1982). 00101 is the main one, nearest to the centre; codes rise outwards.
 */
export function postalAreas(addresses: readonly Point[], centre: Point): (at: Point) => string {
  let places = farApart(addresses, centre)
  for (let round = 0; round < rounds; round++) {
    const sums = places.map(() => ({count: 0, x: 0, y: 0}))
    for (const at of addresses) {
      const sum = sums[nearest(places, at)]!
      sum.count++
      sum.x += at[0]
      sum.y += at[1]
    }
    places = sums.map(
      ({count, x, y}, index): Point => (count === 0 ? places[index]! : [x / count, y / count]),
    )
  }
  places.sort((a, b) => distance(a, centre) - distance(b, centre))
  return at => String(firstCode + nearest(places, at)).padStart(5, '0')
}

/** The centre, and then again and again the address that is farthest from all chosen so far. */
function farApart(addresses: readonly Point[], centre: Point): Point[] {
  const places = [centre]
  const away = addresses.map(at => distance(at, centre))
  while (places.length < Math.min(offices, addresses.length)) {
    let farthest = 0
    for (let index = 1; index < away.length; index++) if (away[index]! > away[farthest]!) farthest = index
    const place = addresses[farthest]!
    places.push(place)
    addresses.forEach((at, index) => {
      away[index] = Math.min(away[index]!, distance(at, place))
    })
  }
  return places
}

function nearest(places: readonly Point[], [x, y]: Point): number {
  let best = 0
  let least = Infinity
  for (let index = 0; index < places.length; index++) {
    const dx = places[index]![0] - x
    const dy = places[index]![1] - y
    const square = dx * dx + dy * dy
    if (square < least) {
      least = square
      best = index
    }
  }
  return best
}
