import {between, distance, heading, millimetres, type Point, step} from '../../../../tools/space/vector.ts'
import {type Solid, SolidBuilder} from './solid.ts'

/** The two sides of a wing that bends, from its beginning to its end. */
export type Ribbon = {right: Point[]; left: Point[]}

/** Four-sided parts in a row, each sharing a whole side with the next, as a ribbon; null where they are not. */
export function ribbonOf(parts: readonly (readonly Point[])[]): Ribbon | null {
  if (parts.length < 2 || parts.some(part => part.length !== 4)) return null
  for (let index = 1; index < parts.length; index++)
    if (parts[index - 1]![1] !== parts[index]![0] && !isSame(parts[index - 1]![1]!, parts[index]![0]!))
      return null
  for (let index = 1; index < parts.length; index++)
    if (!isSame(parts[index - 1]![2]!, parts[index]![3]!)) return null
  return {
    right: [...parts.map(part => part[0]!), parts.at(-1)![1]!],
    left: [...parts.map(part => part[3]!), parts.at(-1)![2]!],
  }
}

const isSame = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1]

/** A body over a ribbon with its ridge along the middle; hipped at its two ends, or with gables there. */
export function ribbonRoof(
  {right, left}: Ribbon,
  isHipped: boolean,
  ground: number,
  eaves: number,
  top: number,
): Solid {
  const solid = new SolidBuilder()
  const last = right.length - 1
  const middle = right.map((at, index) => between(at, left[index]!, 0.5))
  const half = distance(right[0]!, left[0]!) / 2
  const ridge = middle.map((at, index) => {
    if (!isHipped || (index > 0 && index < last)) return rounded(at)
    const inward = middle[index === 0 ? 1 : last - 1]!
    return rounded(step(at, heading(at, inward), Math.min(half, 0.45 * distance(at, inward))))
  })
  const outline = [...right, ...left.toReversed()]
  const low = outline.map(at => solid.corner(at, ground))
  const lowRight = low.slice(0, right.length)
  const lowLeft = low.slice(right.length).toReversed()
  const highRight = right.map(at => solid.corner(at, eaves))
  const highLeft = left.map(at => solid.corner(at, eaves))
  const high = ridge.map(at => solid.corner(at, top))

  solid.face('ground', low.toReversed())
  for (let index = 0; index < last; index++) {
    const next = index + 1
    solid.face('wall', [lowRight[index]!, lowRight[next]!, highRight[next]!, highRight[index]!])
    solid.face('wall', [lowLeft[next]!, lowLeft[index]!, highLeft[index]!, highLeft[next]!])
    solid.face('roof', [highRight[index]!, highRight[next]!, high[next]!, high[index]!])
    solid.face('roof', [highLeft[next]!, highLeft[index]!, high[index]!, high[next]!])
  }
  const end = (from: number, to: number, lowFrom: number, lowTo: number, apex: number) => {
    if (isHipped) {
      solid.face('wall', [lowFrom, lowTo, to, from])
      solid.face('roof', [from, to, apex])
    } else solid.face('wall', [lowFrom, lowTo, to, apex, from])
  }
  end(highLeft[0]!, highRight[0]!, lowLeft[0]!, lowRight[0]!, high[0]!)
  end(highRight[last]!, highLeft[last]!, lowRight[last]!, lowLeft[last]!, high[last]!)
  return solid.done()
}

const rounded = ([x, y]: Point): Point => [millimetres(x), millimetres(y)]
