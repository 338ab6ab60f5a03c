import type {IfcAPI} from 'web-ifc'
import {lineAt, numberIn, numbersIn} from './ifc-line.ts'

type Three = [number, number, number]
/** Three axes and the origin, in the project's unit. */
type Frame = {x: Three; y: Three; z: Three; origin: Three}

/** Placements are placed in placements; a file that goes in circles ends here. */
const deepest = 40

/** The origin of a product's placement in the project's frame and unit; of the project's own origin without one. */
export function ifcOriginOf(api: IfcAPI, model: number, product: number): Three {
  return frameOf(api, model, lineAt(api, model, product)?.ObjectPlacement, 0).origin
}

/** The height of a storey: its placement's, or its `Elevation` where it has none. */
export function ifcHeightOf(api: IfcAPI, model: number, storey: number): number {
  const line = lineAt(api, model, storey)
  return line?.ObjectPlacement ? ifcOriginOf(api, model, storey)[2] : (numberIn(line?.Elevation) ?? 0)
}

function frameOf(api: IfcAPI, model: number, reference: unknown, depth: number): Frame {
  const placement = depth < deepest ? lineAt(api, model, reference) : null
  if (!placement) return {x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], origin: [0, 0, 0]}
  const outer = frameOf(api, model, placement.PlacementRelTo, depth + 1)
  const axes = lineAt(api, model, placement.RelativePlacement)
  const three = (attribute: unknown, member: string, usual: Three): Three => {
    const [x = 0, y = 0, z = 0] = numbersIn(lineAt(api, model, attribute)?.[member])
    return x === 0 && y === 0 && z === 0 ? usual : [x, y, z]
  }
  const z = unit(three(axes?.Axis, 'DirectionRatios', [0, 0, 1]))
  const towards = three(axes?.RefDirection, 'DirectionRatios', [1, 0, 0])
  // The given x is made square to z.
  const along = dot(towards, z)
  const x = unit([towards[0] - along * z[0], towards[1] - along * z[1], towards[2] - along * z[2]])
  const y: Three = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]]
  const turned = ([a, b, c]: Three): Three =>
    [0, 1, 2].map(i => a * outer.x[i]! + b * outer.y[i]! + c * outer.z[i]!) as Three
  const moved = turned(three(axes?.Location, 'Coordinates', [0, 0, 0]))
  return {
    x: turned(x),
    y: turned(y),
    z: turned(z),
    origin: [0, 1, 2].map(i => outer.origin[i]! + moved[i]!) as Three,
  }
}

const dot = (a: Three, b: Three) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
function unit(vector: Three): Three {
  const length = Math.hypot(...vector) || 1
  return [vector[0] / length, vector[1] / length, vector[2] / length]
}
