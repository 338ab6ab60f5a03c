/** Something on the picture that takes room: its middle and its size in pixels. */
export type Room = {x: number; y: number; width: number; height: number}

/** A name on the picture, and how much it matters. */
export type Label = Room & {key: string; weight: number}

/**
 * Where names go so that they touch neither one another nor what is drawn already, and none is cut at an edge of the
 * picture: those that matter more first, then in the order given. A name moves a little to where it is free; where it
 * would lie on a name or under what covers the picture, or belongs outside of it, it is left out. By key, how far each that stays has moved.
 */
export function placeLabels(
  labels: Label[],
  picture: {width: number; height: number},
  taken: Room[] = [],
  covered: Room[] = [],
): Map<string, {x: number; y: number}> {
  const placed: Room[] = [...covered]
  const moved = new Map<string, {x: number; y: number}>()
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    if (!(label.x >= 0 && label.x <= picture.width && label.y >= 0 && label.y <= picture.height)) continue
    const free = moves
      .map(([x, y]) => ({
        ...label,
        x: within(label.x + x * label.width, label.width, picture.width),
        y: within(label.y + y * label.height, label.height, picture.height),
      }))
      .filter(room => !placed.some(other => touch(room, other)))
      .map(room => ({room, hides: taken.reduce((sum, other) => sum + shared(room, other), 0)}))
    const best = free.toSorted((a, b) => a.hides - b.hides)[0]
    if (!best) continue
    placed.push(best.room)
    moved.set(label.key, {x: best.room.x - label.x, y: best.room.y - label.y})
  }
  return moved
}

/** The middle nearest to this one of something of that size that lies in a picture, or begins where it does. */
const within = (middle: number, size: number, picture: number) =>
  Math.max(size / 2, Math.min(picture - size / 2, middle))

/** Where to try, in widths and heights of the name, the nearest first. */
const moves = [0, -0.25, 0.25, -0.5, 0.5]
  .flatMap(x => [0, -1, 1, -2, 2, -3, 3].map(y => [x, y] as const))
  .sort(([ax, ay], [bx, by]) => 6 * Math.abs(ax) + Math.abs(ay) - 6 * Math.abs(bx) - Math.abs(by))

const touch = (a: Room, b: Room) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

/** Square pixels that two have in common. */
function shared(a: Room, b: Room): number {
  const [across, down] = [
    (a.width + b.width) / 2 - Math.abs(a.x - b.x),
    (a.height + b.height) / 2 - Math.abs(a.y - b.y),
  ]
  return Math.max(0, Math.min(across, a.width, b.width)) * Math.max(0, Math.min(down, a.height, b.height))
}

/** About how wide a text is, in pixels of its type size: Golos Text is a little over half as wide as high. */
export const textWidth = (text: string, pixels: number): number => text.length * pixels * 0.58
