/** A river's course against its line: metres along it to the dam and to the sea. */
export type RiverCourse = {damMetres: number; mouthMetres: number}

/** 0 at the dam, 1 at the mouth, below 0 above the dam. */
const share = ({damMetres, mouthMetres}: RiverCourse, along: number) =>
  (along - damMetres) / (mouthMetres - damMetres)

/** From the mouth to where what the river brings has filled its bed up. */
const barMetres = 650

/** Depth of the river's bed below the sea's level in its middle. It falls all the way to the mouth. */
export function riverDepth(course: RiverCourse, along: number): number {
  const below = share(course, along)
  if (below < 0) return Math.max(0.3, 1.8 + (along - course.damMetres) * 0.0006)
  const out = Math.min(1, Math.max(0, (along - course.mouthMetres) / barMetres))
  return (1.8 + 4.6 * Math.min(1, below)) * (1 - out)
}

/** Metres from the river's middle to the water's edge. It widens towards the sea. */
export function riverHalfWidth(course: RiverCourse, along: number): number {
  const below = Math.min(1.2, Math.max(0, share(course, along)))
  return 33 + 20 * below + 38 * below * below * below * below
}
