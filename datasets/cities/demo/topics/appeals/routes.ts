import type {Draw} from '../../tools/numbers/draw.ts'
import {weekdayOf} from '../../tools/time/days.ts'
import type {Ground} from '../../world/ground/ground.ts'
import type {Line} from '../transit/line-table.ts'
import {planLines} from '../transit/plan-lines.ts'
import type {Place} from './places.ts'

/** Houses of one square of this side take the same lines: those that stop as far from its middle. */
const squareMetres = 100
const walkMetres = 430

/** In the plan, metres. */
type Stop = {x: number; y: number; lines: Line[]}

/** Which lines people of a house take. */
export class Routes {
  #stops: Stop[]
  #near = new Map<number, Line[]>()

  constructor(ground: Ground) {
    const {stops, directions} = planLines(ground)
    const linesOf = stops.map(() => new Set<Line>())
    // One that runs late at night only is nobody's everyday line.
    for (const {line, stops: calls} of directions)
      if (line.headways.workdays) for (const {stop} of calls) linesOf[stop]!.add(line)
    this.#stops = stops.flatMap(({at: [x, y]}, index) => {
      const lines = [...linesOf[index]!]
      return lines.length > 0 ? [{x, y, lines}] : []
    })
  }

  /** A line that stops near the house and runs on the day; from far away, a line of the nearest stop. */
  near(place: Place, day: number, draw: Draw): Line {
    const [x, y] = place.building.centre
    const [column, row] = [Math.floor(x / squareMetres), Math.floor(y / squareMetres)]
    let near = this.#near.get(row * 1000 + column)
    if (!near) {
      near = this.#linesNear((column + 0.5) * squareMetres, (row + 0.5) * squareMetres)
      this.#near.set(row * 1000 + column, near)
    }
    const running = weekdayOf(day) === 6 ? near.filter(runsOnSundays) : near
    return draw.pick(running.length > 0 ? running : near)
  }

  #linesNear(x: number, y: number): Line[] {
    const near: Stop[] = []
    let [nearest, least] = [this.#stops[0]!, Number.POSITIVE_INFINITY]
    for (const stop of this.#stops) {
      const east = stop.x - x
      const north = stop.y - y
      const square = east * east + north * north
      if (square < walkMetres * walkMetres) near.push(stop)
      else if (square < least) {
        nearest = stop
        least = square
      }
    }
    return [...new Set((near.length > 0 ? near : [nearest]).flatMap(({lines}) => lines))]
  }
}

const runsOnSundays = ({headways}: Line) => headways.weekends !== undefined
