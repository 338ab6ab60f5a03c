/** Something on the picture that takes room: its middle and its size in pixels. */
export type Room = {x: number; y: number; width: number; height: number}

/** A name on the picture, and how much it matters. */
export type Label = Room & {key: string; weight: number}

/**
 * Where names go so that they touch neither one another nor what is drawn already: those that matter more first, then
 * in the order given. A name moves a little to where it is free; where it would lie on a name it is left out. By key,
 * how far each that stays has moved.
 */
export function placeLabels(labels: Label[], taken: Room[] = []): Map<string, {x: number; y: number}> {
  const placed: Room[] = []
  const moved = new Map<string, {x: number; y: number}>()
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    const free = moves
      .map(([x, y]) => ({x: x * label.width, y: y * label.height}))
      .map(move => ({move, room: {...label, x: label.x + move.x, y: label.y + move.y}}))
      .filter(({room}) => !placed.some(other => touch(room, other)))
      .map(one => ({...one, hides: taken.filter(other => touch(one.room, other)).length}))
    const best = free.toSorted((a, b) => a.hides - b.hides)[0]
    if (!best) continue
    placed.push(best.room)
    moved.set(label.key, best.move)
  }
  return moved
}

/** Where to try, in widths and heights of the name, the nearest first. */
const moves = [
  [0, 0],
  [0, -1],
  [0, 1],
  [0.5, 0],
  [-0.5, 0],
  [0, -2],
  [0, 2],
  [0.5, -1],
  [-0.5, -1],
  [0.5, 1],
  [-0.5, 1],
  [0, -3],
  [0, 3],
] as const

const touch = (a: Room, b: Room) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

/** About how wide a text is, in pixels of its type size: Golos Text is a little over half as wide as high. */
export const textWidth = (text: string, pixels: number): number => text.length * pixels * 0.58
