import type {Box} from './orbit-over.ts'

/** An area or a line as it is painted: a colour as CSS writes it, degrees, and the box around it. */
export type PaintedShape = {
  colour: string
  isLine: boolean
  rings: [lon: number, lat: number][][]
  box: Box
}

/** How shapes are painted: how much areas let through, and the width of lines and borders in pixels. */
export type Brush = {opacity: number; linePixels: number; borderPixels: number; border: string}

const mostLineMetres = 14

/** The part of a 2D canvas that is needed. */
type Context = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'globalAlpha'
>

/**
 * Paints what of the shapes lies in a box of degrees into a square picture of that box, north up: areas first, then their
 * borders, then lines. Returns whether there was anything to paint.
 */
export function paintShapes(
  context: Context,
  shapes: PaintedShape[],
  [west, south, east, north]: Box,
  pixels: number,
  {opacity, linePixels, borderPixels, border}: Brush,
): boolean {
  // Seen from afar a line is no wider than its street: or a city's streets would be one blot.
  const metresPerPixel = ((north - south) / pixels) * 111_000
  const thin = Math.min(1, mostLineMetres / (linePixels * metresPerPixel))
  const margin = ((east - west) / pixels) * (linePixels + 2)
  const inside = shapes.filter(
    ({box}) =>
      box[0] <= east + margin &&
      box[2] >= west - margin &&
      box[1] <= north + margin &&
      box[3] >= south - margin,
  )
  const [perLon, perLat] = [pixels / (east - west), pixels / (north - south)]
  const trace = ({rings, isLine}: PaintedShape) => {
    context.beginPath()
    for (const ring of rings) {
      for (const [index, [lon, lat]] of ring.entries()) {
        const [x, y] = [(lon - west) * perLon, (north - lat) * perLat]
        if (index === 0) context.moveTo(x, y)
        else context.lineTo(x, y)
      }
      if (!isLine) context.closePath()
    }
  }
  context.lineJoin = 'round'
  context.lineCap = 'round'
  for (const shape of inside) {
    if (shape.isLine) continue
    trace(shape)
    context.globalAlpha = opacity
    context.fillStyle = shape.colour
    context.fill('evenodd')
    if (borderPixels === 0 || thin < 0.2) continue
    context.globalAlpha = Math.min(1, opacity + 0.2)
    context.lineWidth = borderPixels
    context.strokeStyle = border
    context.stroke()
  }
  context.globalAlpha = 1
  context.lineWidth = Math.max(0.2, linePixels * thin)
  for (const shape of inside) {
    if (!shape.isLine) continue
    trace(shape)
    context.strokeStyle = shape.colour
    context.stroke()
  }
  return inside.length > 0
}
