import type {Point} from '../../../../tools/space/vector.ts'

/** Metres east and north in the plan, and above the datum. */
export type Corner = readonly [x: number, y: number, z: number]

export type FaceKind = 'ground' | 'wall' | 'roof'

/** A flat face: an outline, seen from outside counter-clockwise, and holes, as indices of corners. */
export type SolidFace = {kind: FaceKind; rings: number[][]}

/** A closed body: every edge belongs to two faces, which run along it in opposite directions. */
export type Solid = {corners: Corner[]; faces: SolidFace[]}

/** Collects corners and faces. */
export class SolidBuilder {
  #corners: Corner[] = []
  #faces: SolidFace[] = []

  /** @returns the new corner's index */
  corner([x, y]: Point, z: number): number {
    return this.#corners.push([x, y, z]) - 1
  }

  face(kind: FaceKind, ...rings: number[][]): void {
    this.#faces.push({kind, rings})
  }

  done(): Solid {
    return {corners: this.#corners, faces: this.#faces}
  }
}
