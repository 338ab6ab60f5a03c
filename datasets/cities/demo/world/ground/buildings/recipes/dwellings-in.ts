import {ringArea} from '../../../../tools/space/ring-area.ts'
import type {Shape} from '../site/shape.ts'

/** Square metres a shape covers. */
const footprint = ({parts}: Shape): number => parts.reduce((sum, part) => sum + ringArea(part), 0)

/** How many dwellings of a size, walls and stairs included, fit into a shape; at least one. */
export const dwellingsIn = (shape: Shape, storeys: number, grossSquareMetres: number): number =>
  Math.max(1, Math.round((footprint(shape) * storeys) / grossSquareMetres))
