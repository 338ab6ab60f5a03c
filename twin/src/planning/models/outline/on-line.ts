/** What is nearer to a line than this lies on it. */
export const onLineMetres = 1e-4

/** Whether a place lies on an edge, to the grid's fineness. */
export function isOn(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  const along = ((x - ax) * dx + (y - ay) * dy) / length
  return (
    along > -onLineMetres &&
    along < length + onLineMetres &&
    Math.abs((x - ax) * dy - (y - ay) * dx) / length < onLineMetres
  )
}
