/** A name on the picture: where its middle is in pixels, how large it is, and how much it matters. */
export type Label = {key: string; x: number; y: number; width: number; height: number; weight: number}

/** Keys of the labels that fit without touching one another: those that matter more first, then in the order given. */
export function labelsThatFit(labels: Label[]): Set<string> {
  const placed: Label[] = []
  for (const label of [...labels].sort((a, b) => b.weight - a.weight))
    if (!placed.some(other => touch(label, other))) placed.push(label)
  return new Set(placed.map(({key}) => key))
}

const touch = (a: Label, b: Label) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

/** About how wide a text is, in pixels of its type size: Golos Text is a little over half as wide as high. */
export const textWidth = (text: string, pixels: number): number => text.length * pixels * 0.58
